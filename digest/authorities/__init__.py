"""One person, body or place under all its spellings: what librarians call an authority file."""

from digest.authorities.comparing import same
from digest.authorities.joining import join
from digest.authorities.register import Authorities, Authority, Link, Use

__all__ = ["Authorities", "Authority", "Link", "Use", "join", "same"]
