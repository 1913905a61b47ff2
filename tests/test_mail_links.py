"""The addresses in letters: where they lead, and nothing of who reads them."""

from __future__ import annotations

import pytest

from digest.readers.mail.links import cleaned, is_opaque


@pytest.mark.parametrize(
    ("url", "clean"),
    [
        ("https://us5.campaign-archive.com/?e=0a1b2c3d4e&u=77&id=88", "https://us5.campaign-archive.com/?u=77&id=88"),
        ("https://x.example/p/a-b-c?t=Xy7abcDEF9aaZZb8dd0Qk3&n=1", "https://x.example/p/a-b-c?n=1"),
        ("https://x.example/view?t=Xy7abcDEF9aaZZb8dd0Qk3", "https://x.example/view?t=Xy7abcDEF9aaZZb8dd0Qk3"),
        ("https://post.example/redirect/2/eyJlIjoiaHR0cHM6Ly9idWdsZS5leGFtcGxlL2EifQ.c2ln", "https://bugle.example/a"),
        ("mailto:a@x.example", None),
        ("javascript:alert(1)", None),
        ("https://[", None),
    ],
)
def test_an_address_does_not_tell_its_reader(url: str, clean: str | None) -> None:
    assert clean == cleaned(url)


@pytest.mark.parametrize(
    ("url", "opaque"),
    [
        ("https://click.mail.bugle.example/f/a/Xy7abcDEF9aaZZb8dd0Qk3mno2pqRST5uvWX", True),
        ("https://bugle.us1.list-manage.com/track/click?u=1&id=2", True),
        (
            "https://bugle.example/2030/03/05/A-Long-Headline-Of-A-Story-About-The-Harbour-Of-Aktau-And-Its-4-Ferries",
            False,
        ),
        ("https://us5.campaign-archive.com/?u=0a1b2c3d4e5f60718293a4b5c&id=8899aabbcc", False),
        ("https://bugle.example/story/123456789012345678901234567890123456789", False),
        ("https://bugle.example/a?article=0b9d3a52-8f0e-4b8e-9f53-0f6a53f1a0d7", False),
    ],
)
def test_an_address_that_only_its_server_can_read_is_known(url: str, opaque: bool) -> None:
    assert opaque == is_opaque(url)
