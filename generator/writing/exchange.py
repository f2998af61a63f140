"""The exchange of two names in one step, where the system can: what makes a whole site appear at once."""

import errno
import os
import sys

_UNABLE = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP})
_AT_FDCWD = -100
_LINUX_EXCHANGE = 2  # RENAME_EXCHANGE of linux/fs.h
_MACOS_SWAP = 2  # RENAME_SWAP of sys/stdio.h


def exchange(one: str, other: str) -> bool:
    """Let two existing files or folders change places; False when the system or this file system cannot."""
    if sys.platform == "linux" or sys.platform == "darwin":
        import ctypes  # here, because most builds change nothing and need not pay for it

        library = ctypes.CDLL(None, use_errno=True)
        first, second = os.fsencode(one), os.fsencode(other)
        try:
            if sys.platform == "linux":
                failed = library.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _LINUX_EXCHANGE)
            else:
                failed = library.renamex_np(first, second, _MACOS_SWAP)
        except AttributeError:
            return False  # a C library older than the call
        if not failed:
            return True
        number = ctypes.get_errno()
        if number not in _UNABLE:
            raise OSError(number, os.strerror(number), one, None, other)
    return False
