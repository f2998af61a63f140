"""One agency planned: a maker for each of its addresses, and its files as they are made of it."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from generator.building.manifests import entry, manifest_at
from generator.exports.agency_files import Shared
from generator.exports.manifest import Listed, Manifest
from generator.exports.search_shard import SearchShard
from generator.exports.year_data import Make
from generator.oit.agency_year import AgencyYear
from generator.oit.todo import YearTodo
from generator.rendering.page_kind import Page
from generator.rendering.views import AgencyRow
from generator.writing.bundle import Content, FileRef

if TYPE_CHECKING:
    from generator.exports.search_index import FilledShard

Files: TypeAlias = dict[str, Content]
"""Files by their addresses."""
ShardNote: TypeAlias = tuple[str, str, str]
"""What the index of the search keeps of a shard: its address, its year, and the pairs in it as hexadecimal digits."""
_NONE: Mapping[str, bytes] = MappingProxyType({})


class Outline(NamedTuple):
    """What other pages of the site show of one agency; ``is_dated`` when its feed has entries."""

    row: AgencyRow
    years: tuple[int, ...]
    is_dated: bool


class AgencyPlan(NamedTuple):
    """One agency that was read and assessed: its pages, data and search, each made when asked for, and its evidence.

    ``manifest`` is the address of its own manifest, empty where it has none; ``is_listed`` is whether any manifest
    lists its files. ``checksums`` are the SHA-256 of its evidence by digest.
    """

    outline: Outline
    pages: Mapping[str, Page]
    data: Mapping[str, Make]
    evidence: Mapping[str, FileRef]
    shards: tuple[SearchShard, ...]
    manifest: str
    is_listed: bool
    checksums: Mapping[str, str]
    years: tuple[AgencyYear, ...]
    shared: Callable[[], Shared]
    todo: Callable[[], tuple[YearTodo, ...]]

    @property
    def contents(self) -> list[str]:
        """The addresses of all its files but the manifest."""
        return [*self.pages, *self.data, *self.evidence, *(shard.address for shard in self.shards)]

    @property
    def addresses(self) -> list[str]:
        """The addresses of all its files."""
        return [*self.contents, self.manifest] if self.manifest else self.contents


class MadeAgency:
    """The files of a planned agency, each made when it is first asked for.

    A page that cannot be made is as it was ``earlier``, if it was.
    """

    __slots__ = ("_earlier", "_filled", "_held", "_listed", "_manifest", "_pages", "failed", "plan")

    def __init__(self, plan: AgencyPlan, earlier: Mapping[str, bytes] = _NONE) -> None:
        self.plan = plan
        self.failed: set[str] = set()
        """The pages that could not be made."""
        self._earlier = earlier
        self._pages: dict[str, bytes] = {}
        self._filled: dict[str, FilledShard] = {}
        self._listed: dict[str, Listed] = {}
        self._held: tuple[str, bytes | None] = ("", None)
        self._manifest: bytes | None = None

    @property
    def pages(self) -> dict[str, bytes]:
        """The pages that were made until now, and those that stood in for ones that could not be."""
        return {**{address: self._earlier[address] for address in self.failed & self._earlier.keys()}, **self._pages}

    @property
    def shards(self) -> tuple[ShardNote, ...]:
        """What the index of the search keeps of it."""
        return tuple(self._fill(shard).note for shard in self.plan.shards)

    @property
    def listing(self) -> Manifest | None:
        """What the manifest of the site lists of it: its own manifest or, without one, its files.

        Nothing while one of its files cannot be made.
        """
        if self.plan.manifest:
            return None if self._own_manifest() is None else Manifest((), (self._listed[self.plan.manifest],))
        files = self._entries() if self.plan.is_listed else ()
        return None if files is None else Manifest(files, ())

    def get(self, address: str) -> Content | None:
        """The content of an address; nothing where there is none, or while it cannot be made."""
        plan = self.plan
        if address in plan.pages:
            return self._page(address)
        if address in plan.data:  # which keeps what it makes, unless its bytes may be many
            held, self._held = self._held, ("", None)
            return held[1] if held[0] == address else plan.data[address]()
        if address in plan.evidence:
            return plan.evidence[address]
        if address and address == plan.manifest:
            return self._own_manifest()
        shard = next((shard for shard in plan.shards if shard.address == address), None)
        return None if shard is None else self._fill(shard).data

    def hold(self, address: str) -> None:
        """Make a data file for the next ``get`` alone; it is made of files and values, so that any thread may do it."""
        self._held = address, self.plan.data[address]()

    def unmade(self, *, listed: bool) -> Iterator[str]:
        """What was not made yet, in the order to make it in; where a manifest is wanted, what was not ``listed``."""
        yield from (address for address in self.plan.pages if address not in self._pages)
        yield from (shard.address for shard in self.plan.shards if shard.address not in self._filled)
        if listed:
            yield from (address for address in self.plan.contents if address not in self._listed)

    def list(self, address: str) -> None:
        """Note a file for the manifest, if it can be made."""
        if address not in self._listed and (content := self.get(address)) is not None:
            self._listed[address] = entry(address, content, self.plan.checksums)

    def files(self) -> tuple[Files, str]:
        """All files and no address; or those until one could not be made, and its address.

        Of the pages all are tried, so that every error in a template is told.
        """
        files: Files = {}
        for address in self.plan.pages:
            if (page := self._page(address)) is not None:
                files[address] = page
        for address in self.plan.addresses:
            content = files.get(address) if address in self.plan.pages else self.get(address)
            if content is None:
                return files, address
            files[address] = content
            if self.plan.is_listed and address != self.plan.manifest:
                self._listed[address] = entry(address, content, self.plan.checksums)
        return files, ""

    def _page(self, address: str) -> bytes | None:
        if address not in self._pages:
            html = self.plan.pages[address]()
            if html is None:
                self.failed.add(address)
                return self._earlier.get(address)
            self._pages[address] = html.encode("utf-8")
        return self._pages[address]

    def _fill(self, shard: SearchShard) -> "FilledShard":
        """A shard with its texts; a page that cannot be made has nothing in it."""
        if shard.address not in self._filled:
            from generator.exports.search_index import fill  # loaded only where there is a search

            filled = fill(shard, lambda address: (self._page(address) or b"").decode("utf-8"))
            self._filled[shard.address] = filled
        return self._filled[shard.address]

    def _own_manifest(self) -> bytes | None:
        if self._manifest is None and (files := self._entries()) is not None:
            self._listed[self.plan.manifest], self._manifest = manifest_at(self.plan.manifest, files)
        return self._manifest

    def _entries(self) -> tuple[Listed, ...] | None:
        """Every file as a manifest lists it; nothing while one cannot be made."""
        for address in self.plan.contents:
            self.list(address)
            if address not in self._listed:
                return None
        return tuple(self._listed[address] for address in self.plan.contents)
