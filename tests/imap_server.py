"""A real IMAP server for the tests: Dovecot, as the current user, on free ports of this machine."""

from __future__ import annotations

import grp
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

DOVECOT = shutil.which("dovecot") or shutil.which("dovecot", path="/usr/sbin:/sbin")
OPENSSL = shutil.which("openssl")
PASSWORD = "harbour-light"

_CONFIG = """
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
protocols = imap
listen = 127.0.0.1
ssl = required
ssl_cert = <{folder}/cert.pem
ssl_key = <{folder}/key.pem
mail_location = maildir:{folder}/mail
{users}
auth_failure_delay = 0
first_valid_uid = 1
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {plain}
  }}
  inet_listener imaps {{
    port = {tls}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A server that runs: its ports, its certificate, and where its mail lies."""

    plain: int
    tls: int
    certificate: Path
    mail: Path

    def deliver(self, name: str, data: bytes, folder: str = "") -> None:
        """Put a message into the inbox, or a folder, as a mail program would."""
        new = self.mail / (f".{folder}" if folder else "") / "new"
        for beside in ("cur", "new", "tmp"):
            (new.parent / beside).mkdir(parents=True, exist_ok=True)
        (new / name).write_bytes(data)
        _give(self.mail)


@contextmanager
def running() -> Iterator[Server]:
    """The server, until the block ends."""
    folder = Path(tempfile.mkdtemp(prefix="imap-"))  # short, for the sockets in it have short names
    try:
        server = _prepared(folder)
        with subprocess.Popen([str(DOVECOT), "-F", "-c", str(folder / "dovecot.conf")]) as process:
            try:
                _wait(server.tls, folder / "log")
                yield server
            finally:
                process.terminate()
                process.wait(20)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _prepared(folder: Path) -> Server:
    folder.chmod(0o755)
    plain, tls = _free_ports(2)
    server = Server(plain=plain, tls=tls, certificate=folder / "cert.pem", mail=folder / "mail")
    subprocess.run(
        f"{OPENSSL} req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost "
        f"-keyout {folder}/key.pem -out {server.certificate}".split(),
        check=True,
        capture_output=True,
    )
    user = _user()
    told = {"folder": folder, "plain": plain, "tls": tls, "password": PASSWORD, "uid": user.pw_uid, "gid": user.pw_gid}
    config = _CONFIG.format(**told, users=_users())
    (folder / "dovecot.conf").write_text(config, encoding="utf-8")
    server.mail.mkdir()
    _give(server.mail)
    return server


def _user() -> pwd.struct_passwd:
    """Who reads the mail: Dovecot lets root read none."""
    return pwd.getpwnam("nobody") if os.getuid() == 0 else pwd.getpwuid(os.getuid())


def _users() -> str:
    """Who runs the server's parts: its own users where root starts it, else the current one."""
    if os.getuid() == 0:
        return ""
    user, group = pwd.getpwuid(os.getuid()).pw_name, grp.getgrgid(os.getgid()).gr_name
    return f"default_internal_user = {user}\ndefault_internal_group = {group}\ndefault_login_user = {user}"


def _give(path: Path) -> None:
    if os.getuid() == 0:
        for each in (path, *path.rglob("*")):
            os.chown(each, _user().pw_uid, _user().pw_gid)


def _free_ports(count: int) -> list[int]:
    held = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [one.getsockname()[1] for one in held]
    for one in held:
        one.close()
    return ports


def _wait(port: int, log: Path) -> None:
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(log.read_text(encoding="utf-8") if log.exists() else "Dovecot does not start")
