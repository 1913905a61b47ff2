"""What a person names → Source: the only sockets, and the only reading of a user's files."""

from digest.fetch.files import LARGEST, Refused, Skipped, fetch, is_folder, pieces, sidecar, walk

__all__ = ["LARGEST", "Refused", "Skipped", "fetch", "is_folder", "pieces", "sidecar", "walk"]
