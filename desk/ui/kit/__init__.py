"""What every screen is made of.

A register is a plan (what is particular to it) and a form. Nothing here knows a service; a screen
passes callables. Words are asked for in the current language each time, so they are given as small
functions, never as texts::

    from desk.i18n import _
    from desk.ui.kit.chips import Chip
    from desk.ui.kit.choice_field import Choice, ChoiceField, SegmentField
    from desk.ui.kit.filter_bar import Filter
    from desk.ui.kit.line_field import LineField
    from desk.ui.kit.moment_field import MomentField
    from desk.ui.kit.record_form import RecordForm
    from desk.ui.kit.register_page import Column, Page, RegisterPage, RegisterPlan
    from desk.ui.kit.text_field import TextField
    from desk.ui.kit.theme import Tone


    class VisitForm(RecordForm):
        def __init__(self, deeds: VisitDeeds, parent: QWidget | None = None) -> None:
            self._deeds = deeds  # before super().__init__, which calls build()
            super().__init__(parent)

        def heading(self) -> str:
            return self.value().number if self.value() else _("New visit")

        def subject(self) -> str:
            return str(self.value().id) if self.value() else ""  # kept with a draft

        def build(self) -> None:
            self.add_section()
            self.add("channel", SegmentField(channel_choices), _channel_words)
            self.add("at", MomentField(self._deeds.custom, self._deeds.now), _at_words, span=1)
            self.add("room", LineField(40), _room_words, span=1)
            self.add("request", TextField(2000), _request_words, required=True)

        def show_value(self, visit: Visit) -> None:
            self.field("channel").set_value(visit.channel)
            ...

        def read(self) -> Visit:
            return Visit(channel=self.field("channel").value(), ...)

        def save_value(self, visit: Visit) -> Visit:
            return self._deeds.save(visit)  # RuleRefused: each Reason.field is a key of add()


    def visit_page(deeds: VisitDeeds) -> RegisterPage[VisitRow]:
        return RegisterPage(
            RegisterPlan(
                title=_title_words,
                columns=(
                    Column("number", _number_words, number_of, 128, muted=True),
                    Column("who", _who_words, name_of, 160, strong=True, note=unit_of),
                    Column("request", _request_words, request_of, stretch=True),
                    Column("state", _state_words, state_of, 112, chip=state_chip),
                ),
                fetch=deeds.page,              # (filters, after) -> Page(rows, next_key)
                row_id=id_of,
                empty=_empty_words,            # "Press F2 to register the first visit."
                filters=(Filter("channel", _channel_words, channel_choices),),
                open_record=deeds.open_form,   # row -> VisitForm, already loaded
                open_key=deeds.open_key,       # key -> VisitForm: searched, or from a draft
                new_record=deeds.empty_form,   # F2
                new_words=_new_visit_words,    # on the window's New button
                row_of=deeds.row_of,           # what save_value returned -> row of the list
                export=deeds.export,
            )
        )

What a form does by itself: Enter to the next field, F8 saves, Esc goes back, the input method's
composing text is committed before reading, refusals stand beside their fields all at once, changes
are asked for before they are lost, `draft()` and `restore()` keep half-finished work.

Further doors: `notify.say` for a passing note, `notify.ask` before what cannot be taken back,
`tasks.Tasks.run` for long work, `label.plain_label` for data, `key_button.KeyButton` for every
button (`shut(why)` closes one and says why), `icons.icon(name)`, `states.state_chip` for the state
of a record, `fit.fit` for the size of a dialog, `approval_dialog.ApprovalDialog` for the word of a
second person who signs in over the clerk's shoulder. A field may be given `span=field_grid.THIRD`
or `TWO_THIRDS` of its line.

Drafts are JSON: a value of a field that is not (a moment, a picked person) says so in `draft()`.
Marked words do not go into f-strings, where the extractor passes over them.

A widget with words of its own is `class Tile(Spoken, QWidget)`, writes them in `retranslate()` and
calls it as the last act of `__init__`; it runs again when the language changes.
"""
