"""What a person names → Source: the only sockets, and the only reading of a user's files."""

from digest.fetch.files import LARGEST, Refused, Skipped, fetch, is_folder, pieces, sidecar, walk
from digest.fetch.gathering import gather
from digest.fetch.naming import is_path
from digest.fetch.policy import Policy

__all__ = [
    "LARGEST", "Policy", "Refused", "Skipped", "fetch", "gather", "is_folder", "is_path", "pieces", "sidecar", "walk",
]  # fmt: skip
