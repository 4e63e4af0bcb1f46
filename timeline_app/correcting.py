"""What the reader asserts, as verbs: each one step that can be undone, for however many events, and after a restart too.

The verbs take the ids of the snapshot that the window shows; what is kept are corrections, which point at what things are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from timeline_app.domain.correction import (
    Accept,
    AddEvent,
    ArticleKey,
    Correction,
    CountFrom,
    DismissDate,
    DismissParticipant,
    Hide,
    Merge,
    NeverMerge,
    Note,
    OrderDays,
    Redate,
    Rename,
    Retitle,
    Retype,
    Split,
    Star,
    Tag,
    added_event,
    date_key,
    decided,
)
from timeline_app.domain.date_reading import DateReading, Mode
from timeline_app.domain.extraction import EventKind
from timeline_app.domain.quotation import quote
from timeline_app.errors import ReaderError
from timeline_app.library.history import STEPS_KEPT
from timeline_app.messages import QT_TRANSLATE_NOOP, Message, message
from timeline_app.models import texts

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from timeline_app.domain.correction import EventKey, ParticipantKey, Step
    from timeline_app.domain.extraction import ParticipantKind, Span
    from timeline_app.domain.period import Period
    from timeline_app.library import Library


class Corrector(QObject):
    """Carries out the reader's corrections on the open library, and takes them back.

    Every verb returns whether anything changed: False where nothing was to be done, or where it could not be written, which
    `failed` has said. It raises a `LibraryError` where the library does not hold the participant, date or article any more.
    """

    corrected = Signal()
    """The library has changed: what was read of it is out of date."""
    failed = Signal(object)
    """A `Message`: a correction could not be written."""
    take_back_wanted = Signal(int)
    """The step to be undone is an import, whose number this is: the stack is loaded anew when it has been taken back."""
    take_in_again_wanted = Signal(int)
    """The step to be done again is an import."""

    def __init__(self, library: Callable[[], Library], parent: QObject | None = None) -> None:
        """`library` returns the one that is open, or raises `LibraryError`."""
        super().__init__(parent)
        self._open_library = library
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(STEPS_KEPT)

    @property
    def _library(self) -> Library:
        return self._open_library()

    def load(self) -> None:
        """Fill the undo stack with the history of the library that has been opened."""
        self.undo_stack.clear()
        try:
            steps = self._library.steps()
        except ReaderError as error:  # the history is lost; nothing else is
            self.failed.emit(error.message)
            return
        for step in steps:
            self.undo_stack.push(_Command(self, step))
        done = sum(not step.is_undone for step in steps)
        while self.undo_stack.index() > done:
            self.undo_stack.undo()

    def clear(self) -> None:
        """Forget the history of a library that is closed; it keeps it."""
        self.undo_stack.clear()

    # -- events -------------------------------------------------------------------------------------------------------

    def hide(self, events: Collection[int]) -> bool:
        """Take events out of sight."""
        return self._assert_of(events, QT_TRANSLATE_NOOP("Message", "hide {events}"), Hide)

    def unhide(self, events: Collection[int]) -> bool:
        """Bring hidden events back, those too whose date was dismissed: then everything that it dated."""
        keys = self._library.keys_of_events([int(event) for event in events])
        stated = self._library.summaries(list(keys))
        dismissed = {
            DismissDate(date_key(stated[event].stated, where))
            for event, key in keys.items()
            if event in stated
            for where in ("", key.article)
        }
        taken: list[Correction] = [*map(Hide, keys.values()), *dismissed]
        return self._do(_of_events(QT_TRANSLATE_NOOP("Message", "unhide {events}"), len(keys)), taken=taken)

    def star(self, events: Collection[int]) -> bool:
        """Mark events as important."""
        return self._assert_of(events, QT_TRANSLATE_NOOP("Message", "star {events}"), Star)

    def unstar(self, events: Collection[int]) -> bool:
        """Mark events as important no longer."""
        return self._take_back(events, QT_TRANSLATE_NOOP("Message", "unstar {events}"), Star)

    def tag(self, events: Collection[int], tag: str) -> bool:
        """Put events under a tag; the white space around it does not count."""
        tag = " ".join(tag.split())
        if not tag:
            return False
        template = QT_TRANSLATE_NOOP("Message", "tag {events} “{tag}”")
        return self._assert_of(events, template, lambda key: Tag(key, tag), tag=tag)

    def untag(self, events: Collection[int], tag: str) -> bool:
        """Take a tag off events."""
        template = QT_TRANSLATE_NOOP("Message", "take the tag “{tag}” off {events}")
        return self._take_back(events, template, lambda key: Tag(key, tag), tag=tag)

    def retag(self, events: Collection[int], put_on: Collection[str], taken_off: Collection[str]) -> bool:
        """Put events under some tags and take others off them, in one step."""
        keys = list(self._keys(events))
        return self._do(
            _of_events(QT_TRANSLATE_NOOP("Message", "change the tags of {events}"), len(keys)),
            made=[Tag(key, tag) for key in keys for tag in put_on],
            taken=[Tag(key, tag) for key in keys for tag in taken_off],
        )

    def note(self, events: Collection[int], text: str, *, keeps_theirs: bool = False) -> bool:
        """Write a note on events, in place of an earlier one or below it; an empty text removes what it would replace."""
        if keeps_theirs:
            keys = self._library.keys_of_events([int(event) for event in events])
            notes = self._library.notes_of(list(keys))
            made = [
                Note(key, "\n\n".join(filter(None, (notes.get(event), text.strip())))) for event, key in keys.items()
            ]
            return bool(text.strip()) and self._do(
                _of_events(QT_TRANSLATE_NOOP("Message", "note on {events}"), len(made)), made=made
            )
        if not text.strip():
            template = QT_TRANSLATE_NOOP("Message", "remove the note on {events}")
            return self._take_back(events, template, lambda key: Note(key, ""))
        return self._assert_of(
            events, QT_TRANSLATE_NOOP("Message", "note on {events}"), lambda key: Note(key, text.strip())
        )

    def retitle(self, events: Collection[int], title: str) -> bool:
        """Give events another title."""
        return self._assert_of(
            events, QT_TRANSLATE_NOOP("Message", "retitle {events}"), lambda key: Retitle(key, title)
        )

    def redate(self, events: Collection[int], period: Period) -> bool:
        """Give events another date."""
        return self._assert_of(events, QT_TRANSLATE_NOOP("Message", "redate {events}"), lambda key: Redate(key, period))

    def accept(self, events: Collection[int]) -> bool:
        """Say that events are right as they were found: they leave the list of those to be reviewed."""
        return self._assert_of(events, QT_TRANSLATE_NOOP("Message", "accept {events}"), Accept)

    def restore(self, events: Collection[int]) -> bool:
        """Take back all that was said of events, but for the ones that the reader made."""
        taken = [
            made
            for key in self._keys(events)
            for made in self._library.corrections_of(key)
            if not isinstance(made, AddEvent)
        ]
        return self._do(_of_events(QT_TRANSLATE_NOOP("Message", "restore {events}"), len(events)), taken=taken)

    def add_event(
        self,
        title: str,
        period: Period,
        *,
        article: int | None = None,
        quotation: Span | None = None,
        text: str = "",
        kind: EventKind = EventKind.REPORTED,
        participants: Sequence[ParticipantKey] = (),
    ) -> EventKey | None:
        """Add an event that no extraction found.

        Args:
            title: What it is called.
            period: When it happened.
            article: The article that tells of it; None for an event that stands alone.
            quotation: The span of the article's body that says so.
            text: The reader's own words about an event that stands alone.
            kind: Reported or planned.
            participants: Who takes part.

        Returns:
            What identifies the event (see `Library.event_of_key`); None where it could not be written.
        """
        words, occurrence, fingerprint = "", 0, ""
        if article is not None:
            stored = self._library.article(article).article
            fingerprint = stored.fingerprint
            if quotation is not None:
                words, occurrence = quote(stored.body, quotation)
        made = added_event(
            title,
            period,
            article=fingerprint,
            quotation=words,
            occurrence=occurrence,
            text=text,
            kind=kind,
            participants=tuple(participants),
        )
        is_made = self._do(message(QT_TRANSLATE_NOOP("Message", "add the event “{title}”"), title=title), made=[made])
        return made.target if is_made else None

    def remove_events(self, events: Collection[int]) -> bool:
        """Remove events that the reader made, with all that was said of them; others stay."""
        keys = [key for key in self._keys(events) if key.is_by_hand]
        taken = [made for key in keys for made in self._library.corrections_of(key)]
        return self._do(_of_events(QT_TRANSLATE_NOOP("Message", "remove {events}"), len(keys)), taken=taken)

    # -- dates --------------------------------------------------------------------------------------------------------

    def dismiss_date(self, event: int, *, everywhere: bool) -> bool:
        """Say that the words which date an event are no date, in its article or everywhere: what they date is hidden."""
        key = self._library.key_of_event(event)
        summary = self._library.summaries([event]).get(event)
        words = summary.stated if summary is not None else ""
        if not words:
            return False
        article = "" if everywhere else key.article
        template = QT_TRANSLATE_NOOP("Message", "dismiss the date “{words}”")
        return self._do(message(template, words=words), made=[DismissDate(date_key(words, article))])

    def date_reading(self, article: int | None = None) -> DateReading:
        """Return what the reader decided about the dates of an article; None: of all articles, where nothing else is decided."""
        key = self._article_key(article)
        mode = self._library.in_force(CountFrom(key, Mode.NEWS))
        order = self._library.in_force(OrderDays(key, day_first=True))
        return DateReading(None if mode is None else mode.mode, None if order is None else order.day_first)

    def read_dates(self, wanted: Mapping[int | None, DateReading]) -> bool:
        """Decide on the dates of articles, and of all (None), in place of what was decided before; they are read again for it."""
        made: list[Correction] = []
        taken: list[Correction] = []
        for article, reading in wanted.items():
            key = self._article_key(article)
            said, unsaid = decided(key, reading)
            made += said
            taken += unsaid
        return self._do(message(QT_TRANSLATE_NOOP("Message", "read dates otherwise")), made=made, taken=taken)

    def _article_key(self, article: int | None) -> ArticleKey:
        return ArticleKey("" if article is None else self._library.article(article).article.fingerprint)

    # -- participants -------------------------------------------------------------------------------------------------

    def merge(self, participants: Sequence[int], into: int) -> bool:
        """Say that participants are the same as another, whose name they go by from now on."""
        library = self._library
        target = library.participant_key(into)
        # Some may be one with it, or with each other, since they were shown.
        others = [key for key in dict.fromkeys(map(library.participant_key, participants)) if key != target]
        apart = [made for key in (*others, target) for made in library.corrections_of(key)]
        taken = [
            made for made in apart if isinstance(made, NeverMerge) and {made.target, made.other} <= {*others, target}
        ]
        return self._do(
            message(
                QT_TRANSLATE_NOOP("Message", "merge {names} into {name}"),
                names=", ".join(key.name for key in others),
                name=target.name,
            ),
            made=[Merge(key, target) for key in others],
            taken=taken,
        )

    def split(self, names: Sequence[ParticipantKey]) -> bool:
        """Say that names are not the participant that they were taken for: each stands for itself, and the others stay one."""
        merges = self._library.merges()
        taken = [made for made in merges if made.target in names or made.into in names]
        bereft = [merge for key in names for merge in self._without(key, merges) if merge.target not in names]
        text = message(QT_TRANSLATE_NOOP("Message", "split off {names}"), names=", ".join(key.name for key in names))
        return self._do(text, made=[*map(Split, names), *bereft], taken=taken)

    def _without(self, name: ParticipantKey, merges: Sequence[Merge]) -> list[Merge]:
        """Return the merges that keep together what was merged into a name that goes."""
        into_it = {merge.target for merge in merges if merge.into == name}
        participant = self._library.participant_of(name)
        if not into_it or participant is None:
            return []
        ranked = [key for key in self._library.participant_names(participant) if key in into_it]
        further = [merge.into for merge in merges if merge.target == name]
        heir, *_ = *further, *ranked
        return [Merge(key, heir) for key in ranked if key != heir]

    def never_merge(self, one: int, other: int) -> bool:
        """Say that two participants are two, whatever the program thinks."""
        first, second = (self._library.participant_key(who) for who in (one, other))
        if first == second:  # they have been merged since they were shown
            return False
        template = QT_TRANSLATE_NOOP("Message", "keep {name} and {other} apart")
        return self._do(
            message(template, name=first.name, other=second.name),
            made=[NeverMerge(first, second)],
            taken=[Merge(first, second), Merge(second, first)],
        )

    def rename(self, participant: int, name: str) -> bool:
        """Call a participant by another name."""
        key = self._library.participant_key(participant)
        text = message(QT_TRANSLATE_NOOP("Message", "rename {name} to {new}"), name=key.name, new=name.strip())
        return self._do(text, made=[Rename(key, name.strip())])

    def retype(self, participants: Collection[int], kind: ParticipantKind) -> bool:
        """Say of which kind participants are."""
        keys = [key for who in participants for key in self._library.participant_names(who)]
        return self._do(
            message(
                QT_TRANSLATE_NOOP("Message", "change the kind of {names}"), names=", ".join(key.name for key in keys)
            ),
            made=[Retype(key, kind) for key in keys],
        )

    def dismiss_participants(self, participants: Collection[int], article: int | None = None) -> bool:
        """Say that these are no participants: in one article, or everywhere."""
        library = self._library
        keys = [key for who in participants for key in library.participant_names(who)]
        where = "" if article is None else library.article(article).article.fingerprint
        text = message(QT_TRANSLATE_NOOP("Message", "dismiss {names}"), names=", ".join(key.name for key in keys))
        return self._do(text, made=[DismissParticipant(key, where) for key in keys])

    def withdraw(self, taken: Sequence[Correction]) -> bool:
        """Take corrections back, whenever they were made."""
        return self._do(message(QT_TRANSLATE_NOOP("Message", "withdraw corrections")), taken=taken)

    # -- there and back -----------------------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take back the last step; where the library cannot be written to now, say so and keep it on the stack.

        An import is taken back in the background.
        """
        if self._can_write_now():
            if self.import_to_undo is None:
                self.undo_stack.undo()
            else:
                self.take_back_wanted.emit(self.import_to_undo)

    def redo(self) -> None:
        """Do the last step that was taken back again, under the same condition."""
        if self._can_write_now():
            if self.import_to_redo is None:
                self.undo_stack.redo()
            else:
                self.take_in_again_wanted.emit(self.import_to_redo)

    @property
    def import_to_undo(self) -> int | None:
        """The import that the step to be undone next is, None where it is none: then undoing takes no time."""
        return self._import_of(self.undo_stack.index() - 1)

    @property
    def import_to_redo(self) -> int | None:
        """The same of the step to be done again next."""
        return self._import_of(self.undo_stack.index())

    def _import_of(self, place: int) -> int | None:
        command = self.undo_stack.command(place)
        return command.step.import_id if isinstance(command, _Command) else None

    def _can_write_now(self) -> bool:
        return self._try(self._library.ensure_writable)

    def write(self, step: Step, *, is_undo: bool) -> bool:
        """Undo or redo a step, for the undo stack; False where that failed, and `failed` has said why."""
        library = self._library
        is_written = self._try(lambda: library.undo(step) if is_undo else library.redo(step))
        if is_written:
            self.corrected.emit()
        return is_written

    def _try(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except ReaderError as error:
            self.failed.emit(error.message)
            return False
        return True

    def _assert_of(
        self, events: Collection[int], template: str, assertion: Callable[[EventKey], Correction], **values: object
    ) -> bool:
        made = [assertion(key) for key in self._keys(events)]
        return self._do(_of_events(template, len(made), **values), made=made)

    def _take_back(
        self, events: Collection[int], template: str, assertion: Callable[[EventKey], Correction], **values: object
    ) -> bool:
        taken = [assertion(key) for key in self._keys(events)]
        return self._do(_of_events(template, len(taken), **values), taken=taken)

    def _keys(self, events: Collection[int]) -> Iterable[EventKey]:
        return self._library.keys_of_events([int(event) for event in events]).values()

    def _do(self, text: Message, *, made: Sequence[Correction] = (), taken: Sequence[Correction] = ()) -> bool:
        try:
            step = self._library.do(text, made, taken)
        except ReaderError as error:
            self.failed.emit(error.message)
            return False
        if step is None:
            return False
        self.undo_stack.push(_Command(self, step))
        self.corrected.emit()
        return True


def _of_events(template: str, count: int, **values: object) -> Message:
    return message(template, events=Message.tr("%Ln events", "", count, one="event"), **values)


class _Command(QUndoCommand):
    """A step of the history on the undo stack. It is in the library already when it comes there, or is undone there already."""

    def __init__(self, corrector: Corrector, step: Step) -> None:
        super().__init__(texts.message(step.text))
        self._corrector = corrector
        self.step = step
        self._is_pushed = False
        self._is_to_be_undone = not step.is_undone

    def redo(self) -> None:
        """Put the step in force; what could not be written leaves the stack."""
        if not self._is_pushed:
            self._is_pushed = True
            return
        self.setObsolete(not self._corrector.write(self.step, is_undo=False))

    def undo(self) -> None:
        """Put back what was in force before; what could not be written leaves the stack."""
        if not self._is_to_be_undone:
            self._is_to_be_undone = True
            return
        self.setObsolete(not self._corrector.write(self.step, is_undo=True))
