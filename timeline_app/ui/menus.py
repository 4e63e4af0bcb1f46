"""Every command of the program, once: its words, its keys, its icon, its menu. What is made of them is in `actions`."""

from __future__ import annotations

from typing import NamedTuple

from timeline_app.messages import QT_TRANSLATE_NOOP


class Spec(NamedTuple):
    """One command.

    `keys` are portable key sequences, spelt out: Qt's standard keys for Quit and Full screen are empty on some desktops.
    `letters` act only while the timeline has the focus. `group` names commands of which exactly one is on.
    """

    name: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False
    group: str = ""
    tip: str = ""
    letters: tuple[str, ...] = ()


SEPARATOR = None
SUBMENUS = ("recent", "copies", "views")
"""Commands that open a menu, which is filled when it opens."""

MENUS: tuple[tuple[str, tuple[Spec | None, ...]], ...] = (
    (
        QT_TRANSLATE_NOOP("Actions", "&File"),
        (
            Spec("new", QT_TRANSLATE_NOOP("Actions", "&New library…"), ("Ctrl+N",)),
            Spec("open", QT_TRANSLATE_NOOP("Actions", "&Open library…"), ("Ctrl+O",), "open"),
            Spec("recent", QT_TRANSLATE_NOOP("Actions", "Open &recent")),
            Spec("sample", QT_TRANSLATE_NOOP("Actions", "Open the &sample library")),
            SEPARATOR,
            Spec(
                "add_folder",
                QT_TRANSLATE_NOOP("Actions", "&Add articles…"),
                ("Ctrl+Shift+A",),
                "add",
                tip=QT_TRANSLATE_NOOP("Actions", "Take in a folder of articles"),
            ),
            Spec("add_files", QT_TRANSLATE_NOOP("Actions", "Add article &files…")),
            Spec("rescan", QT_TRANSLATE_NOOP("Actions", "&Look for new articles"), ("F5",)),
            Spec("watch", QT_TRANSLATE_NOOP("Actions", "&Watch the folders"), checkable=True),
            Spec("take_back", QT_TRANSLATE_NOOP("Actions", "&Take back what came last")),
            SEPARATOR,
            Spec("copies", QT_TRANSLATE_NOOP("Actions", "&Go back to a copy")),
            Spec("compact", QT_TRANSLATE_NOOP("Actions", "Make the library s&maller")),
            SEPARATOR,
            Spec("export", QT_TRANSLATE_NOOP("Actions", "&Export…")),
            Spec("export_selected", QT_TRANSLATE_NOOP("Actions", "Export the selecte&d events…")),
            Spec("picture", QT_TRANSLATE_NOOP("Actions", "Save a pict&ure…")),
            Spec("print", QT_TRANSLATE_NOOP("Actions", "&Print…"), ("Ctrl+P",)),
            SEPARATOR,
            Spec("quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), ("Ctrl+Q",)),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Edit"),
        (
            Spec("undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), ("Ctrl+Z",), "undo"),
            Spec("redo", QT_TRANSLATE_NOOP("Actions", "&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
            SEPARATOR,
            Spec("copy_quotation", QT_TRANSLATE_NOOP("Actions", "&Copy as quotation"), ("Ctrl+Shift+C",)),
            SEPARATOR,
            Spec("find", QT_TRANSLATE_NOOP("Actions", "&Search the library"), ("Ctrl+F",), "search"),
            Spec("find_in_article", QT_TRANSLATE_NOOP("Actions", "&Find in the article"), ("Ctrl+Shift+F",)),
            Spec("clear_filter", QT_TRANSLATE_NOOP("Actions", "Show &all events"), ("Ctrl+Shift+X",), "clear"),
            SEPARATOR,
            Spec("preferences", QT_TRANSLATE_NOOP("Actions", "&Preferences…"), ("Ctrl+,",)),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "Eve&nt"),
        (
            Spec("star", QT_TRANSLATE_NOOP("Actions", "&Star"), ("Ctrl+D",), letters=("S",)),
            Spec("tag", QT_TRANSLATE_NOOP("Actions", "Ta&gs…"), ("Ctrl+T",), letters=("T",)),
            Spec("note", QT_TRANSLATE_NOOP("Actions", "&Note…"), ("Ctrl+Shift+N",)),
            SEPARATOR,
            Spec("redate", QT_TRANSLATE_NOOP("Actions", "Change the &date…"), ("Ctrl+E",), "calendar", letters=("E",)),
            Spec("retitle", QT_TRANSLATE_NOOP("Actions", "Change the &title…"), ("F2",), "edit"),
            Spec("hide", QT_TRANSLATE_NOOP("Actions", "&Hide event"), ("Ctrl+Shift+H",), "hide", letters=("H",)),
            Spec("dismiss_date", QT_TRANSLATE_NOOP("Actions", "These words are no date, in this &article")),
            Spec(
                "dismiss_date_everywhere", QT_TRANSLATE_NOOP("Actions", "These words are no date, &wherever they stand")
            ),
            SEPARATOR,
            Spec("accept", QT_TRANSLATE_NOOP("Actions", "A&ccept as right"), ("Ctrl+Return",)),
            Spec("restore", QT_TRANSLATE_NOOP("Actions", "As it was &found")),
            SEPARATOR,
            Spec("compare", QT_TRANSLATE_NOOP("Actions", "&Other reports side by side"), ("Ctrl+Shift+R",)),
            SEPARATOR,
            Spec("add_event", QT_TRANSLATE_NOOP("Actions", "Add an e&vent of your own…"), ("Ctrl+Shift+E",)),
            Spec("remove_event", QT_TRANSLATE_NOOP("Actions", "&Remove your event")),
            SEPARATOR,
            Spec("read_dates", QT_TRANSLATE_NOOP("Actions", "How dates ar&e read…")),
            Spec("review", QT_TRANSLATE_NOOP("Actions", "Review what is &unsure…"), ("F8",)),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Participant"),
        (
            Spec("participant_page", QT_TRANSLATE_NOOP("Actions", "&All about the participant…"), ("Ctrl+I",)),
            Spec("merge", QT_TRANSLATE_NOOP("Actions", "Is the &same as…"), ("Ctrl+M",), letters=("M",)),
            Spec("rename", QT_TRANSLATE_NOOP("Actions", "Another &name…"), ("Shift+F2",)),
            SEPARATOR,
            Spec("is_person", QT_TRANSLATE_NOOP("Actions", "Is a &person")),
            Spec("is_organisation", QT_TRANSLATE_NOOP("Actions", "Is an &organisation")),
            Spec("is_place", QT_TRANSLATE_NOOP("Actions", "Is a p&lace")),
            SEPARATOR,
            Spec("dismiss_here", QT_TRANSLATE_NOOP("Actions", "Is no participant &here")),
            Spec("dismiss_everywhere", QT_TRANSLATE_NOOP("Actions", "Is no participant any&where")),
            SEPARATOR,
            Spec("suggestions", QT_TRANSLATE_NOOP("Actions", "One or &two?…"), ("F7",)),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&View"),
        (
            Spec(
                "show_timeline",
                QT_TRANSLATE_NOOP("Actions", "&Timeline"),
                ("Ctrl+1",),
                "timeline",
                checkable=True,
                group="view",
            ),
            Spec(
                "show_table", QT_TRANSLATE_NOOP("Actions", "Ta&ble"), ("Ctrl+2",), "table", checkable=True, group="view"
            ),
            Spec("show_facets", QT_TRANSLATE_NOOP("Actions", "Narrow &down"), ("Ctrl+3",), "filter", checkable=True),
            SEPARATOR,
            Spec(
                "layout_above",
                QT_TRANSLATE_NOOP("Actions", "Timeline &above the article"),
                checkable=True,
                group="layout",
            ),
            Spec(
                "layout_beside",
                QT_TRANSLATE_NOOP("Actions", "Timeline b&eside the article"),
                checkable=True,
                group="layout",
            ),
            SEPARATOR,
            Spec("zoom_in", QT_TRANSLATE_NOOP("Actions", "Zoom &in"), (), "zoom-in"),
            Spec("zoom_out", QT_TRANSLATE_NOOP("Actions", "Zoom o&ut"), (), "zoom-out"),
            Spec("fit", QT_TRANSLATE_NOOP("Actions", "Show the &whole time"), (), "fit"),
            SEPARATOR,
            Spec("larger_text", QT_TRANSLATE_NOOP("Actions", "Lar&ger text"), ("Ctrl++", "Ctrl+=")),
            Spec("smaller_text", QT_TRANSLATE_NOOP("Actions", "&Smaller text"), ("Ctrl+-",)),
            Spec("normal_text", QT_TRANSLATE_NOOP("Actions", "&Normal text"), ("Ctrl+0",)),
            SEPARATOR,
            Spec("show_hidden", QT_TRANSLATE_NOOP("Actions", "Show &hidden events"), checkable=True),
            Spec("linear_bars", QT_TRANSLATE_NOOP("Actions", "Bars in &proportion"), checkable=True),
            SEPARATOR,
            Spec("theme_system", QT_TRANSLATE_NOOP("Actions", "&Colours of the system"), checkable=True, group="theme"),
            Spec("theme_light", QT_TRANSLATE_NOOP("Actions", "Light colou&rs"), checkable=True, group="theme"),
            Spec("theme_dark", QT_TRANSLATE_NOOP("Actions", "Dar&k colours"), checkable=True, group="theme"),
            SEPARATOR,
            Spec("full_screen", QT_TRANSLATE_NOOP("Actions", "&Full screen"), ("F11",), checkable=True),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Lanes"),
        (
            Spec("lanes_none", QT_TRANSLATE_NOOP("Actions", "&One lane"), checkable=True, group="lanes"),
            Spec("lanes_outlet", QT_TRANSLATE_NOOP("Actions", "By o&utlet"), checkable=True, group="lanes"),
            Spec("lanes_kind", QT_TRANSLATE_NOOP("Actions", "By &kind of event"), checkable=True, group="lanes"),
            Spec("lanes_participant", QT_TRANSLATE_NOOP("Actions", "By &participant"), checkable=True, group="lanes"),
            Spec(
                "lanes_participant_kind",
                QT_TRANSLATE_NOOP("Actions", "By kin&d of participant"),
                checkable=True,
                group="lanes",
            ),
            Spec("lanes_tag", QT_TRANSLATE_NOOP("Actions", "By &tag"), checkable=True, group="lanes"),
            Spec("lanes_folder", QT_TRANSLATE_NOOP("Actions", "By &folder"), checkable=True, group="lanes"),
            SEPARATOR,
            Spec("order_count", QT_TRANSLATE_NOOP("Actions", "&Most events first"), checkable=True, group="order"),
            Spec("order_first", QT_TRANSLATE_NOOP("Actions", "&Earliest event first"), checkable=True, group="order"),
            Spec("order_name", QT_TRANSLATE_NOOP("Actions", "In the order of &names"), checkable=True, group="order"),
            SEPARATOR,
            Spec("pin_lane", QT_TRANSLATE_NOOP("Actions", "A &lane for the participant"), ("Ctrl+L",)),
            Spec("fold_lane", QT_TRANSLATE_NOOP("Actions", "Fold o&r unfold the lane"), letters=("C",)),
            Spec("unfold_lanes", QT_TRANSLATE_NOOP("Actions", "Unfold &all lanes"), letters=("Shift+C",)),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Go"),
        (
            Spec("previous", QT_TRANSLATE_NOOP("Actions", "&Previous event"), ("Ctrl+PgUp",), "previous"),
            Spec("next", QT_TRANSLATE_NOOP("Actions", "&Next event"), ("Ctrl+PgDown",), "next"),
            SEPARATOR,
            Spec("back", QT_TRANSLATE_NOOP("Actions", "&Back"), ("Alt+Left",), letters=("[",)),
            Spec("forward", QT_TRANSLATE_NOOP("Actions", "&Forward"), ("Alt+Right",), letters=("]",)),
            SEPARATOR,
            Spec("next_unread", QT_TRANSLATE_NOOP("Actions", "Next &unread event"), letters=("N",)),
            Spec("previous_unread", QT_TRANSLATE_NOOP("Actions", "Pre&vious unread event"), letters=("Shift+N",)),
            Spec("mark_read", QT_TRANSLATE_NOOP("Actions", "Mark as &read"), letters=("U",)),
            SEPARATOR,
            Spec("around", QT_TRANSLATE_NOOP("Actions", "Ar&ound this event…"), ("Ctrl+R",)),
            Spec("undo_filter", QT_TRANSLATE_NOOP("Actions", "&Earlier filter"), ("Ctrl+Backspace",)),
            Spec("redo_filter", QT_TRANSLATE_NOOP("Actions", "&Later filter"), ("Ctrl+Shift+Backspace",)),
            SEPARATOR,
            Spec("views", QT_TRANSLATE_NOOP("Actions", "&Saved views")),
            Spec("save_view", QT_TRANSLATE_NOOP("Actions", "Save this vie&w…"), ("Ctrl+Shift+S",)),
            Spec("manage_views", QT_TRANSLATE_NOOP("Actions", "Rena&me or delete views…")),
            SEPARATOR,
            Spec("go_to_date", QT_TRANSLATE_NOOP("Actions", "Go to a &date…"), ("Ctrl+G",)),
            Spec("palette", QT_TRANSLATE_NOOP("Actions", "&Command or name…"), ("Ctrl+K",)),
            Spec("next_pane", QT_TRANSLATE_NOOP("Actions", "Next p&ane"), ("F6",)),
            Spec("previous_pane", QT_TRANSLATE_NOOP("Actions", "Previous pane"), ("Shift+F6",)),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Help"),
        (
            Spec("keys", QT_TRANSLATE_NOOP("Actions", "&Keys"), ("F1",), letters=("?",)),
            Spec("manual", QT_TRANSLATE_NOOP("Actions", "&Manual")),
            SEPARATOR,
            Spec("whats_new", QT_TRANSLATE_NOOP("Actions", "What's &new")),
            Spec("copy_report", QT_TRANSLATE_NOOP("Actions", "Copy &diagnostic report")),
            Spec("about", QT_TRANSLATE_NOOP("Actions", "&About")),
        ),
    ),
)

TOOLBAR: tuple[str | None, ...] = (
    "add_folder",
    SEPARATOR,
    "show_timeline",
    "show_table",
    "show_facets",
    SEPARATOR,
    "zoom_in",
    "zoom_out",
    "fit",
    SEPARATOR,
    "previous",
    "next",
)
