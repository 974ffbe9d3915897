"""The parts that pages are built from; each takes the one ThemeKeeper first and words, never wording keys.

Views are frozen dataclasses beside their widget; ``set_view``/``set_views`` update in place and send no signal.
One ``FocusRing(keeper, app)`` draws the ring for the whole application; pages leave 8 px between controls.

- text: ``TextLabel(keeper, text, *, size, weight, tone, wrap)``, ``Panel(keeper, *, flat)``,
  ``Divider(keeper, *, upright)``, ``SectionHeader(keeper, title, how, *, minor)`` with ``set_live``, ``set_how``
- chip: ``ChipView(code, words, key, second, hold, stacked)``;
  ``CheckChip``/``RadioChip(keeper, view)``: ``answered(bool)``
- chip_grid: ``ChoiceGrid(keeper, name, views, *, columns, exclusive)``: ``chosen(code, bool)``, ``set_chosen(codes)``,
  ``chosen_codes``, ``chip(code)``, ``chip_for_key(letter)``, ``press_key(letter)``, ``set_live``, ``set_columns``
- button: ``Button``/``HoldButton(keeper, text, *, icon, keys, main)``: ``used``; ``set_words``, ``set_content``
- pressing: every painted button has ``use_by_key()`` for its letter
- triage: ``TriageSign``, ``TriageShape(keeper, sign, *, side)``,
  ``TriageChoice(keeper, sign, keys)``: ``answered(bool)``
- next_check: ``NextCheckView(state, minutes, time)``, ``NextCheckBlock(keeper, keys)``: ``used``
- card: ``CardView``, ``FlagView(icon, words, tone)``, ``Card(keeper, view)``: ``opened(code)``
- card_grid: ``CardGrid(keeper, name)``: ``set_views``, ``opened(code)``, ``focus_on(code)``, ``cards``
- tally: ``TallyView(code, icon, words, key, count, countable)``,
  ``TallyButton(keeper, view)``: ``counted(code)``, ``taken_off(code)``
- banner: ``BannerView(tone, headline, why, action, action_icon, keys, more)``,
  ``Banner(keeper)``: ``set_view(view|None)``, ``acted``, ``asked_more``
- field: ``Field(keeper, label, *, hint, noted)``: ``edit``, ``text``, ``set_text``,
  ``set_state(FieldState, sentence)``, ``typed(str)``, ``entered``;
  ``TextArea(keeper, label, *, hint)``; ``Note(keeper)``
- passphrase: ``PassphraseField(keeper, label, *, measured)``: ``set_strength(Strength)``, ``clear``
- message_slot, status_line: ``MessageView(words, kind, action, keys)``, ``StatusView(icon, words, tone)``,
  ``StatusLine(keeper)``: ``tell(message)``, ``set_facts(views)``, ``undo_asked``, ``keys_asked``, ``commands_asked``,
    ``set_waiting(words)``, ``waiting_asked``
- rail: ``RailView(code, words, icon, digit, second, tone, badge, current, keys)``, ``RailButton(keeper, view)``,
  ``Rail(keeper)``: ``set_views``, ``add_head``, ``add_foot``, ``opened(code)``; ``Brand(keeper, name, second)``
- tab_strip: ``TabView(code, label, triage, minutes, overdue, current)``,
  ``TabStrip(keeper)``: ``set_views``, ``opened(code)``
- timeline: ``TimelineView(time, icon, words, detail)``, ``TimelineList(keeper, name)``: ``set_views``
- clock: ``ClockLabel(keeper, *, large)``: ``set_time``; ``ShiftBar(keeper)``: ``set_fraction(fraction, sentence)``
- person_tile: ``PersonView(code, initials, name, role, digit)``, ``PersonTile(keeper, view)``: ``picked(code)``
- row: ``ClosedRow(keeper, ClosedView)``, ``ActionRow(keeper, ActionView)``: ``opened(code)``
- page_preview: ``PagePreview(keeper)``: ``set_pages(images)``
"""
