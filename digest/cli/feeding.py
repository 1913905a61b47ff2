"""What feeds give, on its way into the library of this run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from digest.cli import desk
from digest.collecting import Collecting, Take, collect
from digest.fetch import Refused, Skipped
from digest.intake import Taken, take_all
from digest.plans import Feed


def collected(feeds: Iterable[Feed], *, again: bool = True) -> Iterator[Taken | Skipped | Refused]:
    """What is new in each feed; to be stored before the next is asked for."""
    from digest.fetch.web import Web

    library = desk.new_library()
    themes = tuple(desk.config().themes.values())
    web = Web(desk.policy())
    using = Collecting(web=web, memory=library.feeds(), take=take(), themes=themes, hurry=again)
    for feed in feeds:
        yield from collect(feed, using)


def take() -> Take:
    """What makes records of sources, with the outlets and the learned furniture of this run."""
    return partial(take_all, outlets=desk.outlets(), learned=desk.new_library().learned())
