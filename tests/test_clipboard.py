"""The clipboard: its HTML where there is some, else its text, from whichever program can tell."""

from __future__ import annotations

import pytest

from digest.errors import FetchError
from digest.fetch.clipboard import TOOLS, Tool, paste
from digest.model import Source
from digest.readers import sniff


def shell(script: str) -> tuple[str, ...]:
    return ("sh", "-c", script)


def test_text_is_taken_as_it_is() -> None:
    """From the first program that is there and has any."""
    tools = [Tool(text=("no-such-program",)), Tool(text=shell("exit 1")), Tool(text=shell("printf 'two words'"))]

    assert Source(name="clipboard:", data=b"two words") == paste(tools)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le"])
def test_html_is_preferred(encoding: str) -> None:
    """In the encodings browsers give it in; a fragment becomes a page."""
    words = "<b>Қазақстан</b>".encode(encoding)
    octal = "".join(f"\\{byte:03o}" for byte in words)
    tool = Tool(text=shell("printf plain"), html=shell(f"printf '{octal}'"), forms=shell("echo text/html"))
    found = paste([tool])

    assert "<body><b>Қазақстан</b></body>".encode() in found.data
    assert "text/html" == sniff(found)
    only_text = Tool(text=shell("printf plain"), html=shell("printf '<b>x</b>'"), forms=shell("echo text/plain"))
    assert b"plain" == paste([only_text]).data


def test_an_empty_clipboard_and_a_missing_program_are_told() -> None:
    """Each with what to do."""
    with pytest.raises(FetchError, match="nothing is on it"):
        paste([Tool(text=shell("true"))])
    with pytest.raises(FetchError, match="no program to read it") as caught:
        paste([Tool(text=("no-such-program",))])
    assert "wl-clipboard" in caught.value.hint


def test_an_enormous_clipboard_is_refused() -> None:
    """It is read no further than a file may be long."""
    with pytest.raises(FetchError, match="over 50 MB"):
        paste([Tool(text=shell("head -c 60000000 /dev/zero"))])


def test_a_program_for_every_system_is_known() -> None:
    """Wayland, X11, macOS and Windows."""
    assert ["wl-paste", "xclip", "xsel", "pbpaste", "powershell.exe", "pwsh"] == [tool.text[0] for tool in TOOLS]
