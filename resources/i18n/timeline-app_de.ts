<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;New library…</source>
        <translation>&amp;Neue Bibliothek …</translation>
    </message>
    <message>
        <source>&amp;Open library…</source>
        <translation>Bibliothek ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Open the &amp;sample library</source>
        <translation>&amp;Beispielbibliothek öffnen</translation>
    </message>
    <message>
        <source>&amp;Add articles…</source>
        <translation>&amp;Artikel hinzufügen …</translation>
    </message>
    <message>
        <source>Take in a folder of articles</source>
        <translation>Einen Ordner mit Artikeln einlesen</translation>
    </message>
    <message>
        <source>Add article &amp;files…</source>
        <translation>Artikel&amp;dateien hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Look for new articles</source>
        <translation>Nach &amp;neuen Artikeln sehen</translation>
    </message>
    <message>
        <source>&amp;Watch the folders</source>
        <translation>Die Ordner &amp;überwachen</translation>
    </message>
    <message>
        <source>&amp;Take back what came last</source>
        <translation>Das &amp;Letzte zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Go back to a copy</source>
        <translation>Zu einer Si&amp;cherung zurückkehren</translation>
    </message>
    <message>
        <source>Make the library s&amp;maller</source>
        <translation>Bibliothek &amp;verkleinern</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xportieren …</translation>
    </message>
    <message>
        <source>Export the selecte&amp;d events…</source>
        <translation>Aus&amp;gewählte Ereignisse exportieren …</translation>
    </message>
    <message>
        <source>Save a pict&amp;ure…</source>
        <translation>Als B&amp;ild speichern …</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Drucken …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation>Mit &amp;Stern</translation>
    </message>
    <message>
        <source>Ta&amp;gs…</source>
        <translation>&amp;Schlagwörter …</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>&amp;Notiz …</translation>
    </message>
    <message>
        <source>Change the &amp;date…</source>
        <translation>&amp;Datum ändern …</translation>
    </message>
    <message>
        <source>Change the &amp;title…</source>
        <translation>&amp;Titel ändern …</translation>
    </message>
    <message>
        <source>&amp;Hide event</source>
        <translation>Ereignis &amp;ausblenden</translation>
    </message>
    <message>
        <source>&amp;Copy as quotation</source>
        <translation>Als &amp;Zitat kopieren</translation>
    </message>
    <message>
        <source>&amp;Search the library</source>
        <translation>Bibliothek durch&amp;suchen</translation>
    </message>
    <message>
        <source>&amp;Find in the article</source>
        <translation>Im Artikel s&amp;uchen</translation>
    </message>
    <message>
        <source>Show &amp;all events</source>
        <translation>A&amp;lle Ereignisse zeigen</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>Eve&amp;nt</source>
        <translation>&amp;Ereignis</translation>
    </message>
    <message>
        <source>These words are no date, in this &amp;article</source>
        <translation>Diese Worte sind kein Datum, in diesem Arti&amp;kel</translation>
    </message>
    <message>
        <source>These words are no date, &amp;wherever they stand</source>
        <translation>Diese Worte sind kein Datum, &amp;wo sie auch stehen</translation>
    </message>
    <message>
        <source>A&amp;ccept as right</source>
        <translation>Als ri&amp;chtig annehmen</translation>
    </message>
    <message>
        <source>As it was &amp;found</source>
        <translation>Wie ge&amp;funden</translation>
    </message>
    <message>
        <source>&amp;Other reports side by side</source>
        <translation>Andere Berichte &amp;daneben</translation>
    </message>
    <message>
        <source>Add an e&amp;vent of your own…</source>
        <translation>Ei&amp;genes Ereignis hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Remove your event</source>
        <translation>Eigenes Ereignis &amp;entfernen</translation>
    </message>
    <message>
        <source>How dates ar&amp;e read…</source>
        <translation>Wie Daten g&amp;elesen werden…</translation>
    </message>
    <message>
        <source>Review what is &amp;unsure…</source>
        <translation>&amp;Unsicheres durchsehen …</translation>
    </message>
    <message>
        <source>&amp;Participant</source>
        <translation>Be&amp;teiligte</translation>
    </message>
    <message>
        <source>&amp;All about the participant…</source>
        <translation>&amp;Alles über diesen Beteiligten …</translation>
    </message>
    <message>
        <source>Is the &amp;same as…</source>
        <translation>Ist derselbe &amp;wie …</translation>
    </message>
    <message>
        <source>Another &amp;name…</source>
        <translation>Anderer &amp;Name …</translation>
    </message>
    <message>
        <source>Is a &amp;person</source>
        <translation>Ist eine &amp;Person</translation>
    </message>
    <message>
        <source>Is an &amp;organisation</source>
        <translation>Ist eine &amp;Organisation</translation>
    </message>
    <message>
        <source>Is a p&amp;lace</source>
        <translation>Ist ein O&amp;rt</translation>
    </message>
    <message>
        <source>Is no participant &amp;here</source>
        <translation>Ist &amp;hier kein Beteiligter</translation>
    </message>
    <message>
        <source>Is no participant any&amp;where</source>
        <translation>Ist n&amp;irgends ein Beteiligter</translation>
    </message>
    <message>
        <source>One or &amp;two?…</source>
        <translation>&amp;Einer oder zwei? …</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Timeline</source>
        <translation>&amp;Zeitleiste</translation>
    </message>
    <message>
        <source>Ta&amp;ble</source>
        <translation>&amp;Tabelle</translation>
    </message>
    <message>
        <source>Narrow &amp;down</source>
        <translation>E&amp;ingrenzen</translation>
    </message>
    <message>
        <source>Timeline &amp;above the article</source>
        <translation>Zeitleiste ü&amp;ber dem Artikel</translation>
    </message>
    <message>
        <source>Timeline b&amp;eside the article</source>
        <translation>Zeitleiste &amp;neben dem Artikel</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Show the &amp;whole time</source>
        <translation>Die &amp;ganze Zeit zeigen</translation>
    </message>
    <message>
        <source>Lar&amp;ger text</source>
        <translation>Gr&amp;ößere Schrift</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>Kle&amp;inere Schrift</translation>
    </message>
    <message>
        <source>&amp;Normal text</source>
        <translation>Nor&amp;male Schrift</translation>
    </message>
    <message>
        <source>Show &amp;hidden events</source>
        <translation>Ausgeblendete Ereignisse &amp;zeigen</translation>
    </message>
    <message>
        <source>Bars in &amp;proportion</source>
        <translation>Balken im Ver&amp;hältnis</translation>
    </message>
    <message>
        <source>&amp;Colours of the system</source>
        <translation>&amp;Farben des Systems</translation>
    </message>
    <message>
        <source>Light colou&amp;rs</source>
        <translation>&amp;Helle Farben</translation>
    </message>
    <message>
        <source>Dar&amp;k colours</source>
        <translation>&amp;Dunkle Farben</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>Voll&amp;bild</translation>
    </message>
    <message>
        <source>&amp;Lanes</source>
        <translation>&amp;Spuren</translation>
    </message>
    <message>
        <source>&amp;One lane</source>
        <translation>&amp;Eine Spur</translation>
    </message>
    <message>
        <source>By o&amp;utlet</source>
        <translation>Nach &amp;Quelle</translation>
    </message>
    <message>
        <source>By &amp;kind of event</source>
        <translation>Nach Art des E&amp;reignisses</translation>
    </message>
    <message>
        <source>By &amp;participant</source>
        <translation>Nach &amp;Beteiligten</translation>
    </message>
    <message>
        <source>By kin&amp;d of participant</source>
        <translation>Nach Art der Be&amp;teiligten</translation>
    </message>
    <message>
        <source>By &amp;tag</source>
        <translation>Nach Schlag&amp;wort</translation>
    </message>
    <message>
        <source>By &amp;folder</source>
        <translation>Nach &amp;Ordner</translation>
    </message>
    <message>
        <source>&amp;Most events first</source>
        <translation>&amp;Meiste Ereignisse zuerst</translation>
    </message>
    <message>
        <source>&amp;Earliest event first</source>
        <translation>&amp;Frühestes Ereignis zuerst</translation>
    </message>
    <message>
        <source>In the order of &amp;names</source>
        <translation>Nach &amp;Namen</translation>
    </message>
    <message>
        <source>A &amp;lane for the participant</source>
        <translation>Eine S&amp;pur für den Beteiligten</translation>
    </message>
    <message>
        <source>Fold o&amp;r unfold the lane</source>
        <translation>Spur ein- oder aus&amp;klappen</translation>
    </message>
    <message>
        <source>Unfold &amp;all lanes</source>
        <translation>&amp;Alle Spuren ausklappen</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Previous event</source>
        <translation>&amp;Voriges Ereignis</translation>
    </message>
    <message>
        <source>&amp;Next event</source>
        <translation>&amp;Nächstes Ereignis</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>V&amp;orwärts</translation>
    </message>
    <message>
        <source>Next &amp;unread event</source>
        <translation>Nächstes &amp;ungelesenes Ereignis</translation>
    </message>
    <message>
        <source>Pre&amp;vious unread event</source>
        <translation>Voriges un&amp;gelesenes Ereignis</translation>
    </message>
    <message>
        <source>Mark as &amp;read</source>
        <translation>Als ge&amp;lesen markieren</translation>
    </message>
    <message>
        <source>Ar&amp;ound this event…</source>
        <translation>&amp;Rund um dieses Ereignis …</translation>
    </message>
    <message>
        <source>&amp;Earlier filter</source>
        <translation>&amp;Früherer Filter</translation>
    </message>
    <message>
        <source>&amp;Later filter</source>
        <translation>&amp;Späterer Filter</translation>
    </message>
    <message>
        <source>&amp;Saved views</source>
        <translation>Gespeicherte &amp;Ansichten</translation>
    </message>
    <message>
        <source>Save this vie&amp;w…</source>
        <translation>Diese Ansicht spei&amp;chern …</translation>
    </message>
    <message>
        <source>Rena&amp;me or delete views…</source>
        <translation>Ansichten &amp;umbenennen oder löschen …</translation>
    </message>
    <message>
        <source>Go to a &amp;date…</source>
        <translation>Gehe zu einem &amp;Datum …</translation>
    </message>
    <message>
        <source>&amp;Command or name…</source>
        <translation>&amp;Befehl oder Name …</translation>
    </message>
    <message>
        <source>Next p&amp;ane</source>
        <translation>Nächster &amp;Bereich</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Handbuch</translation>
    </message>
    <message>
        <source>What&apos;s &amp;new</source>
        <translation>&amp;Neuigkeiten</translation>
    </message>
    <message>
        <source>Copy &amp;diagnostic report</source>
        <translation>&amp;Diagnosebericht kopieren</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>Ü&amp;ber</translation>
    </message>
    <message>
        <source>While the timeline has the focus, as for all single letters</source>
        <translation>Solange die Zeitleiste den Fokus hat, wie bei allen einzelnen Buchstaben</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
</context>
<context>
    <name>ArticlePane</name>
    <message>
        <source>without a headline</source>
        <translation>ohne Überschrift</translation>
    </message>
    <message>
        <source>no date stated</source>
        <translation>kein Datum angegeben</translation>
    </message>
    <message>
        <source>{date}, stated as “{words}”</source>
        <translation>{date}, angegeben als „{words}“</translation>
    </message>
    <message>
        <source>also: {names}</source>
        <translation>auch: {names}</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Article text</source>
        <translation>Text des Artikels</translation>
    </message>
    <message>
        <source>No article open</source>
        <translation>Kein Artikel geöffnet</translation>
    </message>
    <message>
        <source>Select an event on the timeline to read the article that it comes from.</source>
        <translation>Wählen Sie ein Ereignis auf der Zeitleiste, um den Artikel zu lesen, aus dem es stammt.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy as a quotation with its source</source>
        <translation>Als Zitat mit Quelle kopieren</translation>
    </message>
    <message>
        <source>Find in this article</source>
        <translation>In diesem Artikel suchen</translation>
    </message>
    <message>
        <source>Open the source</source>
        <translation>Quelle öffnen</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Columns of the table</source>
        <translation>Spalten der Tabelle</translation>
    </message>
    <message>
        <source>The file is read again with what you choose, and tables with the same columns are read so from now on.</source>
        <translation>Die Datei wird mit Ihrer Wahl noch einmal gelesen, und Tabellen mit denselben Spalten von nun an ebenso.</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>nicht gelesen</translation>
    </message>
    <message>
        <source>date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>outlet</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>language</source>
        <translation>Sprache</translation>
    </message>
</context>
<context>
    <name>CompareWindow</name>
    <message>
        <source>Reports side by side</source>
        <translation>Berichte nebeneinander</translation>
    </message>
    <message>
        <source>The other report</source>
        <translation>Der andere Bericht</translation>
    </message>
    <message>
        <source>Both texts</source>
        <translation>Beide Texte</translation>
    </message>
    <message>
        <source>{percent}% of the words are in both. Marked is what only one of them has; underlined, the event&apos;s sentence.</source>
        <translation>{percent} % der Wörter stehen in beiden. Markiert ist, was nur einer hat; unterstrichen der Satz des Ereignisses.</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>The program made a mistake and could not finish what it was doing. Your library is whole: everything is written down as soon as it is done.

You can go on. The report below says where the mistake is; it quotes nothing of your articles. It is kept in {path}.</source>
        <translation>Das Programm hat einen Fehler gemacht und konnte nicht zu Ende bringen, was es tat. Ihre Bibliothek ist unversehrt: Alles wird aufgeschrieben, sobald es getan ist.

Sie können weiterarbeiten. Der Bericht unten sagt, wo der Fehler liegt; er zitiert nichts aus Ihren Artikeln. Er wird in {path} aufbewahrt.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Copy the report</source>
        <translation>Bericht &amp;kopieren</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>14 February 2023, mid March, 2023-02, about 1850~</source>
        <translation>14 February 2023, mid March, 2023-02, 1850~</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Understood as {date}</source>
        <translation>Verstanden als {date}</translation>
    </message>
    <message>
        <source>Not understood as a date yet</source>
        <translation>Noch nicht als Datum verstanden</translation>
    </message>
    <message>
        <source>Plain words or EDTF</source>
        <translation>In Worten oder als EDTF</translation>
    </message>
</context>
<context>
    <name>DateReadingDialog</name>
    <message>
        <source>How dates are read</source>
        <translation>Wie Daten gelesen werden</translation>
    </message>
    <message>
        <source>As in the library</source>
        <translation>Wie in der Bibliothek</translation>
    </message>
    <message>
        <source>In “{title}”</source>
        <translation>In „{title}“</translation>
    </message>
    <message>
        <source>What suits the article</source>
        <translation>Was zum Artikel passt</translation>
    </message>
    <message>
        <source>As the article&apos;s language has it</source>
        <translation>Wie es die Sprache des Artikels hält</translation>
    </message>
    <message>
        <source>In the whole library</source>
        <translation>In der ganzen Bibliothek</translation>
    </message>
    <message>
        <source>This matters where the words leave a date open. The articles are read again for it; your corrections stay.</source>
        <translation>Das zählt, wo die Worte ein Datum offenlassen. Die Artikel werden dafür noch einmal gelesen; Ihre Korrekturen bleiben.</translation>
    </message>
</context>
<context>
    <name>Empty</name>
    <message>
        <source>Articles are being read. Their events appear here as they are found.</source>
        <translation>Artikel werden gelesen. Ihre Ereignisse erscheinen hier, sobald sie gefunden sind.</translation>
    </message>
    <message>
        <source>No events yet. Drop articles here, or choose File &gt; Add articles.</source>
        <translation>Noch keine Ereignisse. Ziehen Sie Artikel hierher, oder wählen Sie Datei &gt; Artikel hinzufügen.</translation>
    </message>
    <message>
        <source>All events are hidden. View &gt; Show hidden events shows them.</source>
        <translation>Alle Ereignisse sind ausgeblendet. Ansicht &gt; Ausgeblendete Ereignisse zeigen zeigt sie.</translation>
    </message>
    <message>
        <source>Nothing found for “{words}”. {key} shows all events.</source>
        <translation>Nichts gefunden für „{words}“. {key} zeigt alle Ereignisse.</translation>
    </message>
    <message>
        <source>No event meets all that is asked for. {key} shows all events.</source>
        <translation>Kein Ereignis erfüllt alles, was verlangt ist. {key} zeigt alle Ereignisse.</translation>
    </message>
</context>
<context>
    <name>EventCommands</name>
    <message>
        <source>Un&amp;hide event</source>
        <translation>Ereignis wieder &amp;einblenden</translation>
    </message>
    <message>
        <source>&amp;Hide event</source>
        <translation>Ereignis &amp;ausblenden</translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation>Mit &amp;Stern</translation>
    </message>
    <message>
        <source>Take the &amp;star off</source>
        <translation>&amp;Stern wegnehmen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>{action} {what}</source>
        <translation>{action}: {what}</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>Rückgängig gemacht: {what}</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>Wiederholt: {what}</translation>
    </message>
    <message>
        <source>The article says {date}.</source>
        <translation>Im Artikel steht {date}.</translation>
    </message>
    <message>
        <source>Change the date</source>
        <translation>Datum ändern</translation>
    </message>
    <message>
        <source>Event hidden. Undo brings it back; View &gt; Show hidden events shows it.</source>
        <translation>Ereignis ausgeblendet. „Rückgängig“ holt es zurück; Ansicht &gt; Ausgeblendete Ereignisse zeigen zeigt es.</translation>
    </message>
    <message>
        <source>Events hidden. Undo brings them back; View &gt; Show hidden events shows them.</source>
        <translation>Ereignisse ausgeblendet. „Rückgängig“ holt sie zurück; Ansicht &gt; Ausgeblendete Ereignisse zeigen zeigt sie.</translation>
    </message>
    <message>
        <source>“{words}” dates nothing any more. Undo brings it back.</source>
        <translation>„{words}“ datiert nichts mehr. „Rückgängig“ holt es zurück.</translation>
    </message>
</context>
<context>
    <name>EventDialog</name>
    <message>
        <source>Add an event</source>
        <translation>Ein Ereignis hinzufügen</translation>
    </message>
    <message>
        <source>Jens Stoltenberg; NATO (organisation); Brussels (place)</source>
        <translation>Jens Stoltenberg; NATO (organisation); Brussels (place)</translation>
    </message>
    <message>
        <source>What you know of it, and from where</source>
        <translation>Was Sie davon wissen, und woher</translation>
    </message>
    <message>
        <source>&amp;What happened:</source>
        <translation>&amp;Was geschah:</translation>
    </message>
    <message>
        <source>W&amp;hen:</source>
        <translation>W&amp;ann:</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>A&amp;rt:</translation>
    </message>
    <message>
        <source>Wh&amp;o took part:</source>
        <translation>&amp;Beteiligte:</translation>
    </message>
    <message>
        <source>It says:</source>
        <translation>Es heißt:</translation>
    </message>
    <message>
        <source>In your &amp;words:</source>
        <translation>In Ihren W&amp;orten:</translation>
    </message>
    <message>
        <source>person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>place</source>
        <translation>Ort</translation>
    </message>
</context>
<context>
    <name>EventList</name>
    <message>
        <source>Events at this place</source>
        <translation>Ereignisse an dieser Stelle</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more: zoom in to see them</source>
        <translation>
            <numerusform>… und %Ln weiteres: zum Sehen vergrößern</numerusform>
            <numerusform>… und %Ln weitere: zum Sehen vergrößern</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventModel</name>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Beteiligte</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>with {names}</source>
        <translation>mit {names}</translation>
    </message>
    <message>
        <source>corrected by you</source>
        <translation>von Ihnen berichtigt</translation>
    </message>
    <message>
        <source>skimmed</source>
        <translation>überflogen</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
</context>
<context>
    <name>EventTable</name>
    <message>
        <source>Events as a table</source>
        <translation>Ereignisse als Tabelle</translation>
    </message>
</context>
<context>
    <name>EvidenceLine</name>
    <message>
        <source>no date</source>
        <translation>kein Datum</translation>
    </message>
    <message>
        <source>Date corrected by you; the article says {date}.</source>
        <translation>Datum von Ihnen berichtigt; im Artikel steht {date}.</translation>
    </message>
    <message>
        <source>★ starred</source>
        <translation>★ mit Stern</translation>
    </message>
    <message>
        <source>Your note: {note}</source>
        <translation>Ihre Notiz: {note}</translation>
    </message>
</context>
<context>
    <name>FacetHistogram</name>
    <message>
        <source>Events by month</source>
        <translation>Ereignisse nach Monat</translation>
    </message>
    <message>
        <source>‹ {count} · {when}</source>
        <translation>‹ {count} · {when}</translation>
    </message>
    <message>
        <source>{when} · {count} ›</source>
        <translation>{when} · {count} ›</translation>
    </message>
</context>
<context>
    <name>FacetModel</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln weiterer</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>shown</source>
        <translation>gezeigt</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
</context>
<context>
    <name>Facets</name>
    <message>
        <source>Outlets</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Kind of event</source>
        <translation>Art des Ereignisses</translation>
    </message>
    <message>
        <source>Dated to the</source>
        <translation>Datiert auf</translation>
    </message>
    <message>
        <source>How the date is known</source>
        <translation>Woher das Datum</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Marked by you</source>
        <translation>Von Ihnen markiert</translation>
    </message>
    <message>
        <source>as stated</source>
        <translation>wie angegeben</translation>
    </message>
    <message>
        <source>about</source>
        <translation>ungefähr</translation>
    </message>
    <message>
        <source>open on one side</source>
        <translation>auf einer Seite offen</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>corrected by you</source>
        <translation>von Ihnen berichtigt</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>ungelesen</translation>
    </message>
    <message>
        <source>skimmed</source>
        <translation>überflogen</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>mit Stern</translation>
    </message>
    <message>
        <source>second</source>
        <translation>Sekunde</translation>
    </message>
    <message>
        <source>minute</source>
        <translation>Minute</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>part of the day</source>
        <translation>Tageszeit</translation>
    </message>
    <message>
        <source>day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>quarter</source>
        <translation>Quartal</translation>
    </message>
    <message>
        <source>season</source>
        <translation>Jahreszeit</translation>
    </message>
    <message>
        <source>half of a year</source>
        <translation>Halbjahr</translation>
    </message>
    <message>
        <source>year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>decade</source>
        <translation>Jahrzehnt</translation>
    </message>
    <message>
        <source>century</source>
        <translation>Jahrhundert</translation>
    </message>
    <message>
        <source>a participant</source>
        <translation>ein Beteiligter</translation>
    </message>
    <message>
        <source>no outlet stated</source>
        <translation>keine Quelle angegeben</translation>
    </message>
    <message>
        <source>dated to the {unit}</source>
        <translation>datiert auf: {unit}</translation>
    </message>
    <message>
        <source>date {how}</source>
        <translation>Datum {how}</translation>
    </message>
    <message>
        <source>tag {tag}</source>
        <translation>Schlagwort {tag}</translation>
    </message>
    <message>
        <source>no folder</source>
        <translation>kein Ordner</translation>
    </message>
</context>
<context>
    <name>FacetsPane</name>
    <message>
        <source>Narrow down</source>
        <translation>Eingrenzen</translation>
    </message>
    <message>
        <source>Find a name, an outlet, a tag</source>
        <translation>Werte suchen</translation>
    </message>
    <message>
        <source>Find among the values</source>
        <translation>Unter den Werten suchen</translation>
    </message>
    <message>
        <source>A–Z</source>
        <translation>A–Z</translation>
    </message>
    <message>
        <source>By name; else those with most events first</source>
        <translation>Nach Namen; sonst die mit den meisten Ereignissen zuerst</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>&amp;Leave out</source>
        <translation>Aus&amp;lassen</translation>
    </message>
    <message>
        <source>Show &amp;only this</source>
        <translation>&amp;Nur dies zeigen</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Take this condition off</source>
        <translation>Diese Bedingung aufheben</translation>
    </message>
    <message>
        <source>Take off: {condition}</source>
        <translation>Aufheben: {condition}</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>Earlier filter</source>
        <translation>Früherer Filter</translation>
    </message>
    <message>
        <source>The filter before this one</source>
        <translation>Der Filter vor diesem</translation>
    </message>
    <message>
        <source>not {condition}</source>
        <translation>nicht {condition}</translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %Ln events</source>
        <translation>
            <numerusform>{shown} von %Ln Ereignis</numerusform>
            <numerusform>{shown} von %Ln Ereignissen</numerusform>
        </translation>
    </message>
    <message>
        <source>all of them together</source>
        <translation>alle zusammen</translation>
    </message>
    <message>
        <source>any of them</source>
        <translation>einer von ihnen</translation>
    </message>
    <message>
        <source>Show the events of any of these participants</source>
        <translation>Ereignisse zeigen, an denen irgendeiner dieser Beteiligten teilnimmt</translation>
    </message>
    <message>
        <source>Show only events in which all of these participants take part together</source>
        <translation>Nur Ereignisse zeigen, an denen alle diese Beteiligten zusammen teilnehmen</translation>
    </message>
    <message>
        <source>Search: {words}</source>
        <translation>Suche: {words}</translation>
    </message>
</context>
<context>
    <name>FindingCommands</name>
    <message>
        <source>Mark as un&amp;read</source>
        <translation>Als &amp;ungelesen markieren</translation>
    </message>
    <message>
        <source>Mark as &amp;read</source>
        <translation>Als ge&amp;lesen markieren</translation>
    </message>
    <message>
        <source>No unread event comes after this one.</source>
        <translation>Nach diesem kommt kein ungelesenes Ereignis.</translation>
    </message>
    <message>
        <source>No unread event comes before this one.</source>
        <translation>Vor diesem kommt kein ungelesenes Ereignis.</translation>
    </message>
    <message>
        <source>The &amp;day before and after</source>
        <translation>Der &amp;Tag davor und danach</translation>
    </message>
    <message>
        <source>&amp;3 days before and after</source>
        <translation>&amp;3 Tage davor und danach</translation>
    </message>
    <message>
        <source>A &amp;week before and after</source>
        <translation>Eine &amp;Woche davor und danach</translation>
    </message>
    <message>
        <source>A &amp;month before and after</source>
        <translation>Einen &amp;Monat davor und danach</translation>
    </message>
    <message>
        <source>A &amp;year before and after</source>
        <translation>Ein &amp;Jahr davor und danach</translation>
    </message>
    <message>
        <source>This event has no date to look around.</source>
        <translation>Dieses Ereignis hat kein Datum, um das man sich umsehen könnte.</translation>
    </message>
</context>
<context>
    <name>GoingCommands</name>
    <message>
        <source>“2 weeks before” and the like count from the event that is open, {date}.</source>
        <translation>„2 weeks before“ und Ähnliches zählt vom offenen Ereignis aus, {date}.</translation>
    </message>
    <message>
        <source>Go to a date</source>
        <translation>Gehe zu einem Datum</translation>
    </message>
</context>
<context>
    <name>HelpCommands</name>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>What&apos;s new</source>
        <translation>Neuigkeiten</translation>
    </message>
    <message>
        <source>The report is on the clipboard: versions and counts, nothing of what your articles say.</source>
        <translation>Der Bericht ist in der Zwischenablage: Versionen und Zahlen, nichts aus Ihren Artikeln.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Reads dated articles and shows their events. Nothing leaves this machine.
MIT licence.</source>
        <translation>Liest datierte Artikel und zeigt ihre Ereignisse. Nichts verlässt diesen Rechner.
MIT-Lizenz.</translation>
    </message>
</context>
<context>
    <name>HitList</name>
    <message>
        <source>Articles found, the best first</source>
        <translation>Gefundene Artikel, die besten zuerst</translation>
    </message>
    <message>
        <source>Nothing found for “{words}”. Clear the line to show everything.</source>
        <translation>Nichts gefunden für „{words}“. Leeren Sie die Zeile, um alles zu zeigen.</translation>
    </message>
    <message numerus="yes">
        <source>The newest of %Ln articles</source>
        <translation>
            <numerusform>Der neueste von %Ln Artikel</numerusform>
            <numerusform>Die neuesten von %Ln Artikeln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln articles: titles with the words first, then the best of the newest {ranked}</source>
        <translation>
            <numerusform>%Ln Artikel: zuerst Titel mit den Wörtern, dann die besten der neuesten {ranked}</numerusform>
            <numerusform>%Ln Artikel: zuerst Titel mit den Wörtern, dann die besten der neuesten {ranked}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HitModel</name>
    <message>
        <source>undated</source>
        <translation>undatiert</translation>
    </message>
</context>
<context>
    <name>ImportPanel</name>
    <message>
        <source>Taking in articles</source>
        <translation>Artikel werden eingelesen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Take everything out of the library again that came with this</source>
        <translation>Alles wieder aus der Bibliothek nehmen, was damit kam</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Lassen</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>Spalten …</translation>
    </message>
    <message>
        <source>The columns of a table were guessed: see how, and put it right</source>
        <translation>Die Spalten einer Tabelle wurden geraten: ansehen und berichtigen</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>Liste kopieren</translation>
    </message>
    <message>
        <source>Close the report</source>
        <translation>Bericht schließen</translation>
    </message>
    <message>
        <source>Looking for articles</source>
        <translation>Artikel werden gesucht</translation>
    </message>
    <message numerus="yes">
        <source>{done} of %Ln files</source>
        <translation>
            <numerusform>{done} von %Ln Datei</numerusform>
            <numerusform>{done} von %Ln Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new articles</source>
        <translation>
            <numerusform>%Ln neuer Artikel</numerusform>
            <numerusform>%Ln neue Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>Taking articles back</source>
        <translation>Artikel werden zurückgenommen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln articles are in.</source>
        <translation>
            <numerusform>%Ln Artikel ist eingelesen.</numerusform>
            <numerusform>%Ln Artikel sind eingelesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{articles} added with %Ln events.</source>
        <translation>
            <numerusform>{articles} mit %Ln Ereignis hinzugefügt.</numerusform>
            <numerusform>{articles} mit %Ln Ereignissen hinzugefügt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were there already.</source>
        <translation>
            <numerusform>%Ln war schon da.</numerusform>
            <numerusform>%Ln waren schon da.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be read.</source>
        <translation>
            <numerusform>%Ln konnte nicht gelesen werden.</numerusform>
            <numerusform>%Ln konnten nicht gelesen werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files have moved.</source>
        <translation>
            <numerusform>%Ln Datei wurde verschoben.</numerusform>
            <numerusform>%Ln Dateien wurden verschoben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files are gone; what came of them is kept.</source>
        <translation>
            <numerusform>%Ln Datei ist nicht mehr da; was aus ihr stammt, bleibt.</numerusform>
            <numerusform>%Ln Dateien sind nicht mehr da; was aus ihnen stammt, bleibt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln minutes left</source>
        <translation>
            <numerusform>noch etwa eine Minute</numerusform>
            <numerusform>noch etwa %Ln Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln hours left</source>
        <translation>
            <numerusform>noch etwa eine Stunde</numerusform>
            <numerusform>noch etwa %Ln Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Taking in was interrupted.</source>
        <translation>Das Einlesen wurde unterbrochen.</translation>
    </message>
    <message>
        <source>Stopped; what was taken in is kept.</source>
        <translation>Angehalten; was eingelesen ist, bleibt.</translation>
    </message>
    <message>
        <source>No new articles.</source>
        <translation>Keine neuen Artikel.</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>noch weniger als eine Minute</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten …</translation>
    </message>
    <message>
        <source>Hide the files</source>
        <translation>Dateien verbergen</translation>
    </message>
    <message>
        <source>Show the files ({count})</source>
        <translation>Dateien zeigen ({count})</translation>
    </message>
</context>
<context>
    <name>IssueModel</name>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>Nicht gelesen</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>Zu prüfen</translation>
    </message>
</context>
<context>
    <name>IssueTable</name>
    <message>
        <source>Files that were not taken in as they are</source>
        <translation>Dateien, die nicht unverändert eingelesen wurden</translation>
    </message>
</context>
<context>
    <name>KeepingCommands</name>
    <message>
        <source>The file is no longer there: {path}</source>
        <translation>Die Datei ist nicht mehr da: {path}</translation>
    </message>
    <message>
        <source>Nothing was taken in that could be taken back.</source>
        <translation>Nichts wurde eingelesen, was sich zurücknehmen ließe.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln articles were taken back.</source>
        <translation>
            <numerusform>%Ln Artikel wurde zurückgenommen.</numerusform>
            <numerusform>%Ln Artikel wurden zurückgenommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The library is copied, then written anew …</source>
        <translation>Die Bibliothek wird gesichert, dann neu geschrieben …</translation>
    </message>
    <message>
        <source>No copy has been made yet</source>
        <translation>Noch keine Sicherung</translation>
    </message>
    <message>
        <source>{day}: cannot be read</source>
        <translation>{day}: nicht lesbar</translation>
    </message>
    <message numerus="yes">
        <source>{day}: %Ln articles</source>
        <translation>
            <numerusform>{day}: %Ln Artikel</numerusform>
            <numerusform>{day}: %Ln Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>The copy is checked, and the library kept as it is …</source>
        <translation>Die Sicherung wird geprüft, und die Bibliothek aufbewahrt, wie sie ist …</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Next event in the lane</source>
        <translation>Nächstes Ereignis der Spur</translation>
    </message>
    <message>
        <source>Previous event in the lane</source>
        <translation>Voriges Ereignis der Spur</translation>
    </message>
    <message>
        <source>Nearest event in the lane above</source>
        <translation>Nächstgelegenes Ereignis in der Spur darüber</translation>
    </message>
    <message>
        <source>Nearest event in the lane below</source>
        <translation>Nächstgelegenes Ereignis in der Spur darunter</translation>
    </message>
    <message>
        <source>First event where most are; again: the first of all</source>
        <translation>Erstes Ereignis, wo die meisten sind; noch einmal: das erste von allen</translation>
    </message>
    <message>
        <source>Last event where most are; again: the last of all</source>
        <translation>Letztes Ereignis, wo die meisten sind; noch einmal: das letzte von allen</translation>
    </message>
    <message>
        <source>A screen of time back</source>
        <translation>Einen Bildschirm zurück</translation>
    </message>
    <message>
        <source>A screen of time forward</source>
        <translation>Einen Bildschirm vorwärts</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Move back in time</source>
        <translation>In der Zeit zurück</translation>
    </message>
    <message>
        <source>Move forward in time</source>
        <translation>In der Zeit vorwärts</translation>
    </message>
    <message>
        <source>Centre the selected event; again: zoom to it</source>
        <translation>Gewähltes Ereignis in die Mitte; noch einmal: vergrößern</translation>
    </message>
    <message>
        <source>Show the whole time</source>
        <translation>Die ganze Zeit zeigen</translation>
    </message>
    <message>
        <source>Zoom to the marked stretch of time, else read the selected event</source>
        <translation>Den markierten Zeitraum vergrößern, sonst das gewählte Ereignis lesen</translation>
    </message>
    <message>
        <source>Mark the time of the selected events, else of what is in view</source>
        <translation>Die Zeit der gewählten Ereignisse markieren, sonst die gezeigte</translation>
    </message>
    <message>
        <source>Take the mark off the stretch of time</source>
        <translation>Markierung des Zeitraums aufheben</translation>
    </message>
    <message>
        <source>List the events for which there is no room</source>
        <translation>Die Ereignisse auflisten, für die kein Platz ist</translation>
    </message>
    <message>
        <source>Scroll up in the lane, or over the lanes</source>
        <translation>In der Spur oder über die Spuren nach oben</translation>
    </message>
    <message>
        <source>Scroll down in the lane, or over the lanes</source>
        <translation>In der Spur oder über die Spuren nach unten</translation>
    </message>
    <message>
        <source>Taller lanes</source>
        <translation>Höhere Spuren</translation>
    </message>
    <message>
        <source>Lower lanes</source>
        <translation>Niedrigere Spuren</translation>
    </message>
    <message>
        <source>Keys and signs</source>
        <translation>Tasten und Zeichen</translation>
    </message>
    <message>
        <source>Mouse on the timeline</source>
        <translation>Maus auf der Zeitleiste</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Rad</translation>
    </message>
    <message>
        <source>Through the lanes while some are out of sight, else through time</source>
        <translation>Durch die Spuren, solange welche außer Sicht sind, sonst durch die Zeit</translation>
    </message>
    <message>
        <source>Ctrl+wheel, pinch</source>
        <translation>Strg+Rad, zwei Finger spreizen</translation>
    </message>
    <message>
        <source>Zoom about the pointer</source>
        <translation>Um den Zeiger vergrößern</translation>
    </message>
    <message>
        <source>Shift+wheel, Alt+wheel</source>
        <translation>Umschalt+Rad, Alt+Rad</translation>
    </message>
    <message>
        <source>Move in time; taller or shorter lanes</source>
        <translation>In der Zeit bewegen; höhere oder niedrigere Spuren</translation>
    </message>
    <message>
        <source>Drag, Shift+drag</source>
        <translation>Ziehen, Umschalt+Ziehen</translation>
    </message>
    <message>
        <source>Move; mark a stretch of time</source>
        <translation>Bewegen; einen Zeitraum markieren</translation>
    </message>
    <message>
        <source>Click on the name of a lane</source>
        <translation>Klick auf den Namen einer Spur</translation>
    </message>
    <message>
        <source>Fold it to a strip, or open it</source>
        <translation>Sie zu einem Streifen falten oder öffnen</translation>
    </message>
    <message>
        <source>A participant dragged here</source>
        <translation>Ein Beteiligter, hierher gezogen</translation>
    </message>
    <message>
        <source>A lane of its own above all others</source>
        <translation>Eine eigene Spur über allen anderen</translation>
    </message>
    <message>
        <source>Click, double click</source>
        <translation>Klick, Doppelklick</translation>
    </message>
    <message>
        <source>Select; go to the sentence in the article</source>
        <translation>Wählen; zum Satz im Artikel gehen</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation>Tab, Umschalt+Tab</translation>
    </message>
    <message>
        <source>Next, previous control</source>
        <translation>Nächstes, voriges Bedienelement</translation>
    </message>
    <message>
        <source>Space, Shift+Space</source>
        <translation>Leertaste, Umschalt+Leertaste</translation>
    </message>
    <message>
        <source>Page the article; at its end, the next event (timeline, article)</source>
        <translation>Im Artikel blättern; an seinem Ende das nächste Ereignis (Zeitleiste, Artikel)</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Put away what is open, then the selection, then the filter</source>
        <translation>Offenes schließen, dann die Auswahl aufheben, dann den Filter</translation>
    </message>
    <message>
        <source>Signs of the timeline</source>
        <translation>Zeichen der Zeitleiste</translation>
    </message>
    <message>
        <source>The text reports that it happened</source>
        <translation>Der Text berichtet, dass es geschah</translation>
    </message>
    <message>
        <source>The text says that it is planned or expected</source>
        <translation>Der Text sagt, dass es geplant oder erwartet ist</translation>
    </message>
    <message>
        <source>An article appeared</source>
        <translation>Ein Artikel erschien</translation>
    </message>
    <message>
        <source>Hollow: the date is coarser than a day, about, before or since</source>
        <translation>Hohl: Das Datum ist gröber als ein Tag, ungefähr, davor oder seitdem</translation>
    </message>
    <message>
        <source>A stretch whose first and last day are known</source>
        <translation>Ein Zeitraum, dessen erster und letzter Tag bekannt sind</translation>
    </message>
    <message>
        <source>Some time in a week or a month</source>
        <translation>Irgendwann in einer Woche oder einem Monat</translation>
    </message>
    <message>
        <source>Some time in a quarter, a season, half a year</source>
        <translation>Irgendwann in einem Quartal, einer Jahreszeit, einem Halbjahr</translation>
    </message>
    <message>
        <source>Some time in a year</source>
        <translation>Irgendwann in einem Jahr</translation>
    </message>
    <message>
        <source>Some time in a decade or a century</source>
        <translation>Irgendwann in einem Jahrzehnt oder Jahrhundert</translation>
    </message>
    <message>
        <source>Fading: where it begins or ends is not known</source>
        <translation>Verblassend: Anfang oder Ende sind nicht bekannt</translation>
    </message>
    <message>
        <source>About this date</source>
        <translation>Um dieses Datum</translation>
    </message>
    <message>
        <source>Before this date, or at it; since this date</source>
        <translation>Vor diesem Datum oder an ihm; seit diesem Datum</translation>
    </message>
    <message>
        <source>So many more events, for which there is no room: a click lists them</source>
        <translation>So viele weitere Ereignisse, für die kein Platz ist: Ein Klick zeigt sie als Liste</translation>
    </message>
</context>
<context>
    <name>KeyTable</name>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>&amp;Use this key</source>
        <translation>Diese Taste &amp;verwenden</translation>
    </message>
    <message>
        <source>&amp;Back to its own</source>
        <translation>&amp;Zurück zur eigenen</translation>
    </message>
    <message>
        <source>This is the key of “{command}” now.</source>
        <translation>Das ist jetzt die Taste von „{command}“.</translation>
    </message>
    <message>
        <source>Choose a command, then press its new key.</source>
        <translation>Wählen Sie einen Befehl, dann drücken Sie seine neue Taste.</translation>
    </message>
</context>
<context>
    <name>LaneChooser</name>
    <message>
        <source>What lanes have in common, and their order</source>
        <translation>Was Spuren gemeinsam haben, und ihre Reihenfolge</translation>
    </message>
    <message>
        <source>By outlet</source>
        <translation>Nach Quelle</translation>
    </message>
    <message>
        <source>By kind of event</source>
        <translation>Nach Art des Ereignisses</translation>
    </message>
    <message>
        <source>By participant</source>
        <translation>Nach Beteiligten</translation>
    </message>
    <message>
        <source>By kind of participant</source>
        <translation>Nach Art der Beteiligten</translation>
    </message>
    <message>
        <source>By tag</source>
        <translation>Nach Schlagwort</translation>
    </message>
    <message>
        <source>By folder</source>
        <translation>Nach Ordner</translation>
    </message>
    <message>
        <source>{grouping} ▾</source>
        <translation>{grouping} ▾</translation>
    </message>
    <message>
        <source>Lanes: {grouping}</source>
        <translation>Spuren: {grouping}</translation>
    </message>
</context>
<context>
    <name>LaneCommands</name>
    <message>
        <source>Unfold</source>
        <translation>Ausklappen</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Einklappen</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Pin above all others</source>
        <translation>Über allen anderen anheften</translation>
    </message>
</context>
<context>
    <name>LaneHeaders</name>
    <message>
        <source>Lanes</source>
        <translation>Spuren</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Others ({count})</source>
        <translation>Übrige ({count})</translation>
    </message>
    <message>
        <source>No outlet stated</source>
        <translation>Keine Quelle angegeben</translation>
    </message>
    <message>
        <source>No tag</source>
        <translation>Kein Schlagwort</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>Kein Ordner</translation>
    </message>
    <message>
        <source>Nobody named</source>
        <translation>Niemand genannt</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>angeheftet</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>eingeklappt</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
</context>
<context>
    <name>LibraryCommands</name>
    <message>
        <source>Sample – Ever Given</source>
        <translation>Beispiel – Ever Given</translation>
    </message>
    <message>
        <source>The file is no longer there: {path}</source>
        <translation>Die Datei ist nicht mehr da: {path}</translation>
    </message>
    <message>
        <source>Your system has no program that opens {path}.</source>
        <translation>Ihr System hat kein Programm, das {path} öffnet.</translation>
    </message>
    <message>
        <source>New library</source>
        <translation>Neue Bibliothek</translation>
    </message>
    <message>
        <source>Open library</source>
        <translation>Bibliothek öffnen</translation>
    </message>
    <message>
        <source>Libraries (*{suffix})</source>
        <translation>Bibliotheken (*{suffix})</translation>
    </message>
    <message>
        <source>Add a folder of articles</source>
        <translation>Einen Ordner mit Artikeln hinzufügen</translation>
    </message>
    <message>
        <source>Add article files</source>
        <translation>Artikeldateien hinzufügen</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>{library} – Timeline</source>
        <translation>{library} – Zeitleiste</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Articles are being taken in. Close again to stop that; it can be gone on with.</source>
        <translation>Es werden Artikel eingelesen. Noch einmal schließen hält das an; es lässt sich fortsetzen.</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>{path} does not exist</source>
        <translation>{path} gibt es nicht</translation>
    </message>
    <message>
        <source>there is no copy {number} of it</source>
        <translation>eine Sicherung {number} davon gibt es nicht</translation>
    </message>
    <message>
        <source>give either files or --jsonl FILE</source>
        <translation>geben Sie entweder Dateien an oder --jsonl DATEI</translation>
    </message>
    <message>
        <source>“{text}” is no date; write it as 2023-02-14</source>
        <translation>„{text}“ ist kein Datum; schreiben Sie es wie 2023-02-14</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}</source>
        <translation>{path} kann nicht gelesen werden: {reason}</translation>
    </message>
    <message>
        <source>more than {count} articles fit: first come those with the words in their titles, then the best of the newest</source>
        <translation>es passen mehr als {count} Artikel: zuerst kommen die mit den Wörtern im Titel, dann die besten der neuesten</translation>
    </message>
    <message>
        <source>{path} ends like no format ({endings}); name one with --format</source>
        <translation>{path} endet wie kein Format ({endings}); nennen Sie eines mit --format</translation>
    </message>
    <message>
        <source>--to is before --from</source>
        <translation>--to liegt vor --from</translation>
    </message>
    <message>
        <source>{title}: its words may not be as they were</source>
        <translation>{title}: Der Wortlaut ist vielleicht nicht mehr, wie er war</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}</source>
        <translation>{path} kann nicht geschrieben werden: {reason}</translation>
    </message>
    <message>
        <source>{path} is a library and is not written over</source>
        <translation>{path} ist eine Bibliothek und wird nicht überschrieben</translation>
    </message>
    <message>
        <source>{path} is there already and stays as it is</source>
        <translation>{path} gibt es schon und bleibt, wie es ist</translation>
    </message>
    <message>
        <source>no date stated</source>
        <translation>kein Datum angegeben</translation>
    </message>
    <message>
        <source>The reader’s date; the article says {date}.</source>
        <translation>Das Datum der Leserin oder des Lesers; im Artikel steht {date}.</translation>
    </message>
    <message>
        <source>An assumed date: the sentence states none.</source>
        <translation>Ein angenommenes Datum: Der Satz nennt keines.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln events without a date were left out.</source>
        <translation>
            <numerusform>%Ln Ereignis ohne Datum wurde ausgelassen.</numerusform>
            <numerusform>%Ln Ereignisse ohne Datum wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Chronology as a web page</source>
        <translation>Chronologie als Webseite</translation>
    </message>
    <message>
        <source>Chronology in Markdown</source>
        <translation>Chronologie in Markdown</translation>
    </message>
    <message>
        <source>Table for spreadsheets</source>
        <translation>Tabelle für Tabellenprogramme</translation>
    </message>
    <message>
        <source>JSON, everything</source>
        <translation>JSON, alles</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>TimelineJS</source>
        <translation>TimelineJS</translation>
    </message>
    <message>
        <source>Events: {count}. Below each stand the file, the first character and the end of the quotation in its text, and the quotation’s SHA-256; “timeline-app verify” checks them against the files.</source>
        <translation>Ereignisse: {count}. Unter jedem stehen die Datei, das erste Zeichen und das Ende des Zitats in ihrem Text und der SHA-256 des Zitats; „timeline-app verify“ prüft sie an den Dateien nach.</translation>
    </message>
    <message>
        <source>The article states no date of its own.</source>
        <translation>Der Artikel nennt kein eigenes Datum.</translation>
    </message>
    <message>
        <source>The article is dated {day}.</source>
        <translation>Der Artikel ist vom {day}.</translation>
    </message>
    <message>
        <source>The sentence dates it: {reason}.</source>
        <translation>Der Satz datiert es: {reason}.</translation>
    </message>
    <message>
        <source>The sentence names it with its date: {reason}.</source>
        <translation>Der Satz nennt es mit seinem Datum: {reason}.</translation>
    </message>
    <message>
        <source>The sentence gives no date; one shortly before it does: {reason}.</source>
        <translation>Der Satz nennt kein Datum; einer kurz davor tut es: {reason}.</translation>
    </message>
    <message>
        <source>The sentence gives no date; the report&apos;s dateline is {day}.</source>
        <translation>Der Satz nennt kein Datum; die Ortszeile des Berichts nennt {day}.</translation>
    </message>
    <message>
        <source>The sentence gives no date; the article is dated {day}.</source>
        <translation>Der Satz nennt kein Datum; der Artikel ist vom {day}.</translation>
    </message>
    <message>
        <source>The sentence gives its beginning and its end: {first}; {last}.</source>
        <translation>Der Satz nennt Anfang und Ende: {first}; {last}.</translation>
    </message>
    <message>
        <source>The sentence speaks again of “{words}”, dated earlier in the article: {reason}.</source>
        <translation>Der Satz spricht wieder von „{words}“; datiert ist das weiter vorn im Artikel: {reason}.</translation>
    </message>
    <message>
        <source>The sentence gives no date; the date at its head is {day}.</source>
        <translation>Der Satz nennt kein Datum; das Datum am Kopf ist {day}.</translation>
    </message>
    <message>
        <source>The sentence says how long it takes, “{words}”, and not when; the article is dated {day}.</source>
        <translation>Der Satz sagt, wie lange es dauert, „{words}“, und nicht, wann; der Artikel ist vom {day}.</translation>
    </message>
    <message>
        <source>The sentence says how long it takes, “{words}”; its day, {day}, is told shortly before.</source>
        <translation>Der Satz sagt, wie lange es dauert, „{words}“; der Tag, {day}, steht kurz davor.</translation>
    </message>
    <message>
        <source>It ends on {day}; the sentence says how long it takes: “{words}”.</source>
        <translation>Es endet am {day}; der Satz sagt, wie lange es dauert: „{words}“.</translation>
    </message>
    <message>
        <source>It starts on {day}; the sentence says how long it takes: “{words}”.</source>
        <translation>Es beginnt am {day}; der Satz sagt, wie lange es dauert: „{words}“.</translation>
    </message>
    <message>
        <source>The sentence says that it was “{words}” after {day}.</source>
        <translation>Der Satz sagt, es war „{words}“ nach {day}.</translation>
    </message>
    <message>
        <source>The sentence says that it was “{words}” before {day}.</source>
        <translation>Der Satz sagt, es war „{words}“ vor {day}.</translation>
    </message>
    <message>
        <source>The sentence counts only “{words}” between it and what happened on {day}.</source>
        <translation>Der Satz nennt nur „{words}“ Abstand zu dem, was auf {day} datiert ist.</translation>
    </message>
    <message>
        <source>The sentence counts back from {day}: “{words}”.</source>
        <translation>Der Satz zählt von {day} zurück: „{words}“.</translation>
    </message>
    <message>
        <source>“{text}” says it in full</source>
        <translation>„{text}“ sagt es vollständig</translation>
    </message>
    <message>
        <source>“{text}”, counted from the date at its head, {anchor}</source>
        <translation>„{text}“, gezählt vom Datum am Kopf, {anchor}</translation>
    </message>
    <message>
        <source>“{text}”, counted from the publication, {anchor}</source>
        <translation>„{text}“, gezählt ab der Veröffentlichung, {anchor}</translation>
    </message>
    <message>
        <source>“{text}”, counted from the date told before, {anchor}</source>
        <translation>„{text}“, gezählt ab dem zuvor genannten Datum, {anchor}</translation>
    </message>
    <message>
        <source>“{text}”, the one that {anchor} falls on</source>
        <translation>„{text}“, der, in den {anchor} fällt</translation>
    </message>
    <message>
        <source>“{text}”, future tense, after {anchor}</source>
        <translation>„{text}“, Zukunft, nach {anchor}</translation>
    </message>
    <message>
        <source>“{text}”, the next one after {anchor}</source>
        <translation>„{text}“, das nächste nach {anchor}</translation>
    </message>
    <message>
        <source>“{text}”, past tense, before {anchor}</source>
        <translation>„{text}“, Vergangenheit, vor {anchor}</translation>
    </message>
    <message>
        <source>“{text}”, the latest one before {anchor}</source>
        <translation>„{text}“, das letzte vor {anchor}</translation>
    </message>
    <message>
        <source>“{text}”, read as day, month, year, as the text does elsewhere</source>
        <translation>„{text}“, gelesen als Tag, Monat, Jahr, wie der Text anderswo</translation>
    </message>
    <message>
        <source>“{text}”, read as month, day, year, as the text does elsewhere</source>
        <translation>„{text}“, gelesen als Monat, Tag, Jahr, wie der Text anderswo</translation>
    </message>
    <message>
        <source>“{text}”, read as day, month, year, as your setting says</source>
        <translation>„{text}“, gelesen als Tag, Monat, Jahr, wie eingestellt</translation>
    </message>
    <message>
        <source>“{text}”, read as month, day, year, as your setting says</source>
        <translation>„{text}“, gelesen als Monat, Tag, Jahr, wie eingestellt</translation>
    </message>
    <message>
        <source>“{text}” could be two dates; read as day, month, year</source>
        <translation>„{text}“ könnte zwei Daten bedeuten; gelesen als Tag, Monat, Jahr</translation>
    </message>
    <message>
        <source>“{text}” could be two dates; read as month, day, year</source>
        <translation>„{text}“ könnte zwei Daten bedeuten; gelesen als Monat, Tag, Jahr</translation>
    </message>
    <message>
        <source>{reason}; in UTC {moment}</source>
        <translation>{reason}; in UTC {moment}</translation>
    </message>
    <message>
        <source>“{text}”, converted from its own calendar</source>
        <translation>„{text}“, umgerechnet aus seinem eigenen Kalender</translation>
    </message>
    <message>
        <source>{reason}; reckoned by the moon, so a day more or less</source>
        <translation>{reason}; nach dem Mond berechnet, also auf einen Tag genau</translation>
    </message>
    <message>
        <source>“{text}” has no date to be counted from</source>
        <translation>„{text}“ hat kein Datum, von dem aus es zählt</translation>
    </message>
    <message>
        <source>“{text}” is a financial year; its first day is not stated</source>
        <translation>„{text}“ ist ein Geschäftsjahr; sein erster Tag ist nicht angegeben</translation>
    </message>
    <message>
        <source>“{text}” is a financial year of the US government, {period}</source>
        <translation>„{text}“ ist ein Haushaltsjahr der US-Regierung, {period}</translation>
    </message>
    <message>
        <source>“{text}” names no stretch of the calendar</source>
        <translation>„{text}“ nennt keinen Abschnitt des Kalenders</translation>
    </message>
    <message>
        <source>“{text}” is a length of time</source>
        <translation>„{text}“ ist eine Dauer</translation>
    </message>
    <message>
        <source>“{text}” happens again and again</source>
        <translation>„{text}“ wiederholt sich</translation>
    </message>
    <message>
        <source>The Python package that reads it is not installed: {name}.</source>
        <translation>Das Python-Paket, das es liest, ist nicht installiert: {name}.</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>Sie ist leer.</translation>
    </message>
    <message>
        <source>It is {kind}, which this program does not read.</source>
        <translation>Sie ist {kind}; das liest dieses Programm nicht.</translation>
    </message>
    <message>
        <source>It holds no text.</source>
        <translation>Sie enthält keinen Text.</translation>
    </message>
    <message>
        <source>Its date “{text}” could not be understood; it was taken in as undated.</source>
        <translation>Das Datum „{text}“ war nicht zu verstehen; als undatiert eingelesen.</translation>
    </message>
    <message>
        <source>Its date {text} does not exist; it was taken in as undated.</source>
        <translation>Das Datum {text} gibt es nicht; als undatiert eingelesen.</translation>
    </message>
    <message>
        <source>Its date {text} lies in the future.</source>
        <translation>Das Datum {text} liegt in der Zukunft.</translation>
    </message>
    <message>
        <source>Its date {text} can be read in two ways; it was read as {period}.</source>
        <translation>Das Datum {text} lässt sich auf zwei Arten lesen; gelesen als {period}.</translation>
    </message>
    <message>
        <source>The Word document is damaged or encrypted.</source>
        <translation>Das Word-Dokument ist beschädigt oder verschlüsselt.</translation>
    </message>
    <message>
        <source>The document states no date; it has that of the day on which the file was made.</source>
        <translation>Das Dokument nennt kein Datum; es hat das des Tages, an dem die Datei entstand.</translation>
    </message>
    <message>
        <source>The feed is damaged.</source>
        <translation>Der Feed ist beschädigt.</translation>
    </message>
    <message>
        <source>Its entities stand for more text than a file of articles can hold.</source>
        <translation>Ihre Entitäten stehen für mehr Text, als eine Datei mit Artikeln enthalten kann.</translation>
    </message>
    <message>
        <source>It is an XML file, but holds no list of articles.</source>
        <translation>Sie ist eine XML-Datei, enthält aber keine Liste von Artikeln.</translation>
    </message>
    <message>
        <source>It is damaged or cut off; what could be read of it was taken in.</source>
        <translation>Sie ist beschädigt oder abgeschnitten; was lesbar war, ist eingelesen.</translation>
    </message>
    <message>
        <source>The folder was already read by another way to it.</source>
        <translation>Der Ordner wurde schon auf einem anderen Weg gelesen.</translation>
    </message>
    <message>
        <source>It holds the pictures and scripts of a saved web page.</source>
        <translation>Er enthält die Bilder und Skripte einer gespeicherten Webseite.</translation>
    </message>
    <message>
        <source>It is a file that the system or an office program keeps for itself.</source>
        <translation>Sie ist eine Datei, die das System oder ein Büroprogramm für sich selbst führt.</translation>
    </message>
    <message>
        <source>It is hidden.</source>
        <translation>Sie ist verborgen.</translation>
    </message>
    <message>
        <source>It is a download that is not complete.</source>
        <translation>Das ist ein unvollständiger Download.</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>ein PDF-Dokument</translation>
    </message>
    <message>
        <source>a Word document</source>
        <translation>ein Word-Dokument</translation>
    </message>
    <message>
        <source>an OpenDocument file</source>
        <translation>eine OpenDocument-Datei</translation>
    </message>
    <message>
        <source>an electronic book</source>
        <translation>ein elektronisches Buch</translation>
    </message>
    <message>
        <source>a spreadsheet</source>
        <translation>eine Tabellenkalkulation</translation>
    </message>
    <message>
        <source>a zip archive</source>
        <translation>ein Zip-Archiv</translation>
    </message>
    <message>
        <source>an archive</source>
        <translation>ein Archiv</translation>
    </message>
    <message>
        <source>an old or encrypted Office document</source>
        <translation>ein altes oder verschlüsseltes Office-Dokument</translation>
    </message>
    <message>
        <source>a rich text document</source>
        <translation>ein Rich-Text-Dokument</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>eine Datenbank</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>ein Bild</translation>
    </message>
    <message>
        <source>a shortcut to a web page</source>
        <translation>eine Verknüpfung mit einer Webseite</translation>
    </message>
    <message>
        <source>a web archive</source>
        <translation>ein Webarchiv</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>eine Webseite</translation>
    </message>
    <message>
        <source>a timeline of The Timeline Project</source>
        <translation>eine Zeitleiste von The Timeline Project</translation>
    </message>
    <message>
        <source>a news feed or other XML file</source>
        <translation>ein Nachrichten-Feed oder eine andere XML-Datei</translation>
    </message>
    <message>
        <source>a mailbox</source>
        <translation>ein Postfach</translation>
    </message>
    <message>
        <source>an e-mail or a saved web page</source>
        <translation>eine E-Mail oder eine gespeicherte Webseite</translation>
    </message>
    <message>
        <source>a calendar</source>
        <translation>ein Kalender</translation>
    </message>
    <message>
        <source>a RIS list of references</source>
        <translation>eine RIS-Literaturliste</translation>
    </message>
    <message>
        <source>a BibTeX list of references</source>
        <translation>eine BibTeX-Literaturliste</translation>
    </message>
    <message>
        <source>a list of references</source>
        <translation>eine Literaturliste</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>a JSON document</source>
        <translation>ein JSON-Dokument</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>eine Tabelle</translation>
    </message>
    <message>
        <source>program code or settings</source>
        <translation>Programmcode oder Einstellungen</translation>
    </message>
    <message>
        <source>a binary file</source>
        <translation>eine Binärdatei</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>text with a header</source>
        <translation>Text mit Kopf</translation>
    </message>
    <message>
        <source>plain text</source>
        <translation>reiner Text</translation>
    </message>
    <message>
        <source>The calendar is damaged.</source>
        <translation>Der Kalender ist beschädigt.</translation>
    </message>
    <message>
        <source>The calendar has no entries.</source>
        <translation>Der Kalender hat keine Einträge.</translation>
    </message>
    <message>
        <source>The entry repeats; only its first time was taken in.</source>
        <translation>Der Eintrag wiederholt sich; nur das erste Mal ist eingelesen.</translation>
    </message>
    <message>
        <source>It is not valid JSON: {reason}.</source>
        <translation>Sie ist kein gültiges JSON: {reason}.</translation>
    </message>
    <message>
        <source>It holds no list of articles.</source>
        <translation>Sie enthält keine Liste von Artikeln.</translation>
    </message>
    <message>
        <source>The line is not valid JSON: {reason}.</source>
        <translation>Die Zeile ist kein gültiges JSON: {reason}.</translation>
    </message>
    <message>
        <source>It is not a record with named fields.</source>
        <translation>Es ist kein Datensatz mit benannten Feldern.</translation>
    </message>
    <message>
        <source>The record has no field with a text or a title.</source>
        <translation>Der Datensatz hat kein Feld mit einem Text oder Titel.</translation>
    </message>
    <message>
        <source>The message is damaged.</source>
        <translation>Die Nachricht ist beschädigt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of its attachments were not read.</source>
        <translation>
            <numerusform>%Ln ihrer Anlagen wurde nicht gelesen.</numerusform>
            <numerusform>%Ln ihrer Anlagen wurden nicht gelesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>It states no date; it has that of the message to which it was attached.</source>
        <translation>Es nennt kein Datum; es hat das der Nachricht, an der es hing.</translation>
    </message>
    <message>
        <source>The page states no date; it has that of the day on which it was saved.</source>
        <translation>Die Seite nennt kein Datum; sie hat das des Tages, an dem sie gespeichert wurde.</translation>
    </message>
    <message>
        <source>Its front matter is damaged; only its plain lines were read.</source>
        <translation>Ihr Vorspann ist beschädigt; nur seine einfachen Zeilen wurden gelesen.</translation>
    </message>
    <message>
        <source>The compressed file is damaged or cut off.</source>
        <translation>Die komprimierte Datei ist beschädigt oder abgeschnitten.</translation>
    </message>
    <message>
        <source>It is larger than {limit} MB, the limit for one article.</source>
        <translation>Sie ist größer als {limit} MB, die Grenze für einen Artikel.</translation>
    </message>
    <message>
        <source>It is not there (moved or deleted, or a link that leads nowhere).</source>
        <translation>Sie ist nicht da (verschoben oder gelöscht, oder eine Verknüpfung ins Leere).</translation>
    </message>
    <message>
        <source>You do not have permission to read it.</source>
        <translation>Ihnen fehlt die Erlaubnis, sie zu lesen.</translation>
    </message>
    <message>
        <source>It is a link that leads back to itself.</source>
        <translation>Sie ist eine Verknüpfung, die zu sich selbst zurückführt.</translation>
    </message>
    <message>
        <source>It is a folder.</source>
        <translation>Sie ist ein Ordner.</translation>
    </message>
    <message>
        <source>The system could not read it: {reason}.</source>
        <translation>Das System konnte sie nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>It is a pipe, a socket or a device, not a file.</source>
        <translation>Sie ist eine Pipe, ein Socket oder ein Gerät, keine Datei.</translation>
    </message>
    <message>
        <source>It is locked with a password.</source>
        <translation>Sie ist mit einem Passwort geschützt.</translation>
    </message>
    <message>
        <source>The PDF document is damaged.</source>
        <translation>Das PDF-Dokument ist beschädigt.</translation>
    </message>
    <message>
        <source>It has no text that can be read: its pages are pictures, or damaged.</source>
        <translation>Sie hat keinen lesbaren Text: Ihre Seiten sind Bilder oder beschädigt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pages that cannot be read were left out.</source>
        <translation>
            <numerusform>%Ln Seite, die nicht lesbar ist, wurde ausgelassen.</numerusform>
            <numerusform>%Ln Seiten, die nicht lesbar sind, wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its name says {name}, its first page {page}; the page was believed.</source>
        <translation>Ihr Name sagt {name}, ihre erste Seite {page}; der Seite wurde geglaubt.</translation>
    </message>
    <message>
        <source>The list of references is damaged.</source>
        <translation>Die Literaturliste ist beschädigt.</translation>
    </message>
    <message>
        <source>The reference is damaged.</source>
        <translation>Der Literaturverweis ist beschädigt.</translation>
    </message>
    <message>
        <source>It holds no references.</source>
        <translation>Sie enthält keine Literaturverweise.</translation>
    </message>
    <message>
        <source>The table has no rows.</source>
        <translation>Die Tabelle hat keine Zeilen.</translation>
    </message>
    <message>
        <source>Its columns had to be guessed: {columns}.</source>
        <translation>Ihre Spalten mussten geraten werden: {columns}.</translation>
    </message>
    <message>
        <source>A quotation mark in it is never closed: what follows was taken for one text.</source>
        <translation>Ein Anführungszeichen darin wird nie geschlossen: Was folgt, wurde für einen einzigen Text genommen.</translation>
    </message>
    <message>
        <source>Its rows are damaged.</source>
        <translation>Ihre Zeilen sind beschädigt.</translation>
    </message>
    <message>
        <source>The timeline has no events.</source>
        <translation>Die Zeitleiste hat keine Ereignisse.</translation>
    </message>
    <message>
        <source>It unpacks to far more than it is; it was left out.</source>
        <translation>Ausgepackt wird sie unmäßig groß; sie wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The web archive is damaged or cut off.</source>
        <translation>Das Webarchiv ist beschädigt oder abgeschnitten.</translation>
    </message>
    <message>
        <source>The web archive holds no pages.</source>
        <translation>Das Webarchiv enthält keine Seiten.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln records of the web archive are no pages.</source>
        <translation>
            <numerusform>%Ln Eintrag des Webarchivs ist keine Seite.</numerusform>
            <numerusform>%Ln Einträge des Webarchivs sind keine Seiten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its XML is damaged.</source>
        <translation>Ihr XML ist beschädigt.</translation>
    </message>
    <message>
        <source>It is an archive in an archive in an archive; it was left out.</source>
        <translation>Sie ist ein Archiv in einem Archiv in einem Archiv; sie wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The archive is damaged.</source>
        <translation>Das Archiv ist beschädigt.</translation>
    </message>
    <message>
        <source>It holds no files.</source>
        <translation>Es enthält keine Dateien.</translation>
    </message>
    <message>
        <source>It is encrypted.</source>
        <translation>Sie ist verschlüsselt.</translation>
    </message>
    <message>
        <source>It is a link, not a file.</source>
        <translation>Sie ist eine Verknüpfung, keine Datei.</translation>
    </message>
    <message>
        <source>It is damaged.</source>
        <translation>Sie ist beschädigt.</translation>
    </message>
    <message>
        <source>Reading it ended the worker process.</source>
        <translation>Sie zu lesen hat den Arbeitsprozess beendet.</translation>
    </message>
    <message>
        <source>The worker processes end as soon as they start.</source>
        <translation>Die Arbeitsprozesse enden, sobald sie starten.</translation>
    </message>
    <message>
        <source>Reading it took more than {seconds} seconds.</source>
        <translation>Sie zu lesen dauerte mehr als {seconds} Sekunden.</translation>
    </message>
    <message>
        <source>The program failed on it ({error}).</source>
        <translation>Das Programm ist an ihr gescheitert ({error}).</translation>
    </message>
    <message>
        <source>It is the same file as one before it.</source>
        <translation>Sie ist dieselbe Datei wie eine davor.</translation>
    </message>
    <message>
        <source>Nothing is there any more; what was taken in from it is kept.</source>
        <translation>Dort ist nichts mehr; was von dort kam, bleibt.</translation>
    </message>
    <message>
        <source>the article {title} is damaged in the library</source>
        <translation>der Artikel {title} ist in der Bibliothek beschädigt</translation>
    </message>
    <message>
        <source>the library no longer holds this article</source>
        <translation>die Bibliothek enthält diesen Artikel nicht mehr</translation>
    </message>
    <message>
        <source>You added this event.</source>
        <translation>Sie haben dieses Ereignis hinzugefügt.</translation>
    </message>
    <message>
        <source>{path} was not backed up because it is damaged: {reason}</source>
        <translation>{path} wurde nicht gesichert, weil die Datei beschädigt ist: {reason}</translation>
    </message>
    <message>
        <source>the name of {path} is not valid Unicode; give the file another name</source>
        <translation>der Name von {path} ist kein gültiges Unicode; geben Sie der Datei einen anderen Namen</translation>
    </message>
    <message>
        <source>there is a file of that name already: {path}</source>
        <translation>eine Datei dieses Namens gibt es schon: {path}</translation>
    </message>
    <message>
        <source>there is no folder {path}</source>
        <translation>einen Ordner {path} gibt es nicht</translation>
    </message>
    <message>
        <source>there is no library at {path}</source>
        <translation>bei {path} ist keine Bibliothek</translation>
    </message>
    <message>
        <source>{path} was written by a newer version of this program; update it to open it</source>
        <translation>{path} wurde von einer neueren Version dieses Programms geschrieben; erneuern Sie das Programm, um sie zu öffnen</translation>
    </message>
    <message>
        <source>{path} was not closed properly and is read-only; copy it and {log} to where they can be written</source>
        <translation>{path} wurde nicht ordentlich geschlossen und ist schreibgeschützt; kopieren Sie sie und {log} dorthin, wo geschrieben werden darf</translation>
    </message>
    <message>
        <source>{path} cannot be used: {reason}</source>
        <translation>{path} ist nicht zu verwenden: {reason}</translation>
    </message>
    <message>
        <source>there is no room left to write to {path}; what was kept before is safe</source>
        <translation>zum Schreiben in {path} ist kein Platz mehr; was vorher aufbewahrt war, ist sicher</translation>
    </message>
    <message>
        <source>another program or job is writing to {path}; try again when it has finished</source>
        <translation>ein anderes Programm oder ein anderer Vorgang schreibt in {path}; versuchen Sie es noch einmal, wenn er fertig ist</translation>
    </message>
    <message>
        <source>{path} is damaged ({reason})</source>
        <translation>{path} ist beschädigt ({reason})</translation>
    </message>
    <message>
        <source>{path} is read-only: it can be read but not changed</source>
        <translation>{path} ist schreibgeschützt: lesbar, aber nicht zu ändern</translation>
    </message>
    <message>
        <source>{path} is not a timeline library</source>
        <translation>{path} ist keine Bibliothek dieses Programms</translation>
    </message>
    <message>
        <source>{path} cannot be opened: permission is missing, or the disk is away</source>
        <translation>{path} kann nicht geöffnet werden: Die Erlaubnis fehlt, oder der Datenträger ist fort</translation>
    </message>
    <message>
        <source>the disk failed while {path} was in use ({reason})</source>
        <translation>der Datenträger hat versagt, während {path} benutzt wurde ({reason})</translation>
    </message>
    <message>
        <source>the file is damaged ({reason})</source>
        <translation>die Datei ist beschädigt ({reason})</translation>
    </message>
    <message>
        <source>the text of articles and the search index do not agree: one of them is damaged</source>
        <translation>der Text von Artikeln und das Suchverzeichnis stimmen nicht überein: Eines davon ist beschädigt</translation>
    </message>
    <message>
        <source>a row of {table} ({row}) refers to a {parent} that is not there</source>
        <translation>eine Zeile von {table} ({row}) verweist auf {parent}, das nicht da ist</translation>
    </message>
    <message>
        <source>who takes part in which event is damaged</source>
        <translation>wer an welchem Ereignis teilnimmt, ist beschädigt</translation>
    </message>
    <message>
        <source>the article {title} or its events are damaged</source>
        <translation>der Artikel {title} oder seine Ereignisse sind beschädigt</translation>
    </message>
    <message>
        <source>the name of the source {path} is damaged</source>
        <translation>der Name der Quelle {path} ist beschädigt</translation>
    </message>
    <message>
        <source>{path} is damaged and was not brought up to date; check it first</source>
        <translation>{path} ist beschädigt und wurde nicht auf den neuen Stand gebracht; prüfen Sie die Datei zuerst</translation>
    </message>
    <message>
        <source>a library cannot hold more than {count} articles of one day ({day})</source>
        <translation>eine Bibliothek fasst nicht mehr als {count} Artikel eines Tages ({day})</translation>
    </message>
    <message>
        <source>{path} cannot be written</source>
        <translation>{path} kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>{path} is there already and is no PNG: give the picture another name</source>
        <translation>{path} gibt es schon und ist kein PNG: Geben Sie dem Bild einen anderen Namen</translation>
    </message>
    <message>
        <source>--from and --to are dates in order, as in 2023-02-14</source>
        <translation>--from und --to sind Daten in dieser Reihenfolge, wie 2023-02-14</translation>
    </message>
    <message numerus="yes">
        <source>there are only %Ln events</source>
        <translation>
            <numerusform>es gibt nur %Ln Ereignis</numerusform>
            <numerusform>es gibt nur %Ln Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <source>no library is open</source>
        <translation>keine Bibliothek ist geöffnet</translation>
    </message>
    <message>
        <source>something went wrong: {error}</source>
        <translation>etwas ist schiefgegangen: {error}</translation>
    </message>
    <message>
        <source>the library no longer holds this event</source>
        <translation>die Bibliothek enthält dieses Ereignis nicht mehr</translation>
    </message>
    <message>
        <source>articles are being taken in already</source>
        <translation>es werden schon Artikel eingelesen</translation>
    </message>
    <message>
        <source>this library is read-only</source>
        <translation>diese Bibliothek ist schreibgeschützt</translation>
    </message>
    <message>
        <source>it was added by hand and has no source</source>
        <translation>es wurde von Hand hinzugefügt und hat keine Quelle</translation>
    </message>
    <message>
        <source>the file is not there</source>
        <translation>die Datei ist nicht da</translation>
    </message>
    <message>
        <source>the file no longer holds the article</source>
        <translation>die Datei enthält den Artikel nicht mehr</translation>
    </message>
    <message>
        <source>the words are in the article, but no longer at this place</source>
        <translation>die Worte stehen im Artikel, aber nicht mehr an dieser Stelle</translation>
    </message>
    <message>
        <source>the article no longer says so</source>
        <translation>der Artikel sagt das nicht mehr</translation>
    </message>
    <message>
        <source>the article is not as it was</source>
        <translation>der Artikel ist nicht mehr, wie er war</translation>
    </message>
    <message>
        <source>the quotation in the export is not the one that was exported</source>
        <translation>das Zitat im Export ist nicht das exportierte</translation>
    </message>
    <message>
        <source>{path} cannot be verified: only {endings} carry quotations and where they stand</source>
        <translation>{path} lässt sich nicht nachprüfen: Nur {endings} enthalten Zitate und ihre Stellen</translation>
    </message>
    <message>
        <source>{path} is no export of events, or was damaged ({reason})</source>
        <translation>{path} ist kein Export von Ereignissen oder ist beschädigt ({reason})</translation>
    </message>
    <message>
        <source>hide {events}</source>
        <translation>{events} ausblenden</translation>
    </message>
    <message>
        <source>unhide {events}</source>
        <translation>{events} einblenden</translation>
    </message>
    <message>
        <source>star {events}</source>
        <translation>{events} mit Stern versehen</translation>
    </message>
    <message>
        <source>unstar {events}</source>
        <translation>{events}: Stern wegnehmen</translation>
    </message>
    <message>
        <source>tag {events} “{tag}”</source>
        <translation>{events} mit „{tag}“ versehen</translation>
    </message>
    <message>
        <source>take the tag “{tag}” off {events}</source>
        <translation>{events}: Schlagwort „{tag}“ wegnehmen</translation>
    </message>
    <message>
        <source>change the tags of {events}</source>
        <translation>{events}: Schlagwörter ändern</translation>
    </message>
    <message>
        <source>remove the note on {events}</source>
        <translation>{events}: Notiz entfernen</translation>
    </message>
    <message>
        <source>note on {events}</source>
        <translation>{events}: Notiz</translation>
    </message>
    <message>
        <source>retitle {events}</source>
        <translation>{events}: Titel ändern</translation>
    </message>
    <message>
        <source>redate {events}</source>
        <translation>{events}: Datum ändern</translation>
    </message>
    <message>
        <source>accept {events}</source>
        <translation>{events} annehmen</translation>
    </message>
    <message>
        <source>restore {events}</source>
        <translation>{events} wiederherstellen</translation>
    </message>
    <message>
        <source>add the event “{title}”</source>
        <translation>Ereignis „{title}“ hinzufügen</translation>
    </message>
    <message>
        <source>remove {events}</source>
        <translation>{events} entfernen</translation>
    </message>
    <message>
        <source>dismiss the date “{words}”</source>
        <translation>das Datum „{words}“ verwerfen</translation>
    </message>
    <message>
        <source>read dates otherwise</source>
        <translation>Daten anders lesen</translation>
    </message>
    <message>
        <source>merge {names} into {name}</source>
        <translation>{names} mit {name} zusammenlegen</translation>
    </message>
    <message>
        <source>split off {names}</source>
        <translation>{names} abtrennen</translation>
    </message>
    <message>
        <source>keep {name} and {other} apart</source>
        <translation>{name} und {other} auseinanderhalten</translation>
    </message>
    <message>
        <source>rename {name} to {new}</source>
        <translation>{name} in {new} umbenennen</translation>
    </message>
    <message>
        <source>change the kind of {names}</source>
        <translation>Art ändern: {names}</translation>
    </message>
    <message>
        <source>dismiss {names}</source>
        <translation>{names} verwerfen</translation>
    </message>
    <message>
        <source>withdraw corrections</source>
        <translation>Berichtigungen zurückziehen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln events</source>
        <translation>
            <numerusform>Ereignis</numerusform>
            <numerusform>%Ln Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <source>the surname is the same</source>
        <translation>der Nachname ist derselbe</translation>
    </message>
    <message>
        <source>the names differ in a given name only</source>
        <translation>die Namen unterscheiden sich nur in einem Vornamen</translation>
    </message>
    <message>
        <source>the initials are the same</source>
        <translation>die Anfangsbuchstaben sind dieselben</translation>
    </message>
    <message>
        <source>the letters are the initials of the name</source>
        <translation>die Buchstaben sind die Anfangsbuchstaben des Namens</translation>
    </message>
    <message>
        <source>Names were looked for by rules alone: {reason}.</source>
        <translation>Namen wurden nur mit Regeln gesucht: {reason}.</translation>
    </message>
    <message>
        <source>there are no weights for this language</source>
        <translation>für diese Sprache gibt es keine Gewichte</translation>
    </message>
    <message>
        <source>onnxruntime cannot be loaded</source>
        <translation>onnxruntime lässt sich nicht laden</translation>
    </message>
    <message>
        <source>the weights cannot be read</source>
        <translation>die Gewichte lassen sich nicht lesen</translation>
    </message>
    <message>
        <source>This library is damaged: {reason}</source>
        <translation>Diese Bibliothek ist beschädigt: {reason}</translation>
    </message>
    <message>
        <source>The library is as it was on {day}.</source>
        <translation>Die Bibliothek ist, wie sie am {day} war.</translation>
    </message>
    <message>
        <source>The library is as it was on {day}; the damaged file is kept as {name}.</source>
        <translation>Die Bibliothek ist, wie sie am {day} war; die beschädigte Datei ist als {name} aufbewahrt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln articles were saved in {name}</source>
        <translation>
            <numerusform>%Ln Artikel wurde in {name} gerettet</numerusform>
            <numerusform>%Ln Artikel wurden in {name} gerettet</numerusform>
        </translation>
    </message>
    <message>
        <source>{saved}: all that was in it.</source>
        <translation>{saved}: alles, was darin war.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln were lost</source>
        <translation>
            <numerusform>%Ln ging verloren</numerusform>
            <numerusform>%Ln gingen verloren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln have words that may not be as they were</source>
        <translation>
            <numerusform>bei %Ln sind die Worte vielleicht nicht, wie sie waren</numerusform>
            <numerusform>bei %Ln sind die Worte vielleicht nicht, wie sie waren</numerusform>
        </translation>
    </message>
    <message>
        <source>{saved}; {lost}, {changed}.</source>
        <translation>{saved}; {lost}, {changed}.</translation>
    </message>
    <message>
        <source>The library takes {after} MB; it took {before} MB.</source>
        <translation>Die Bibliothek braucht {after} MB; vorher {before} MB.</translation>
    </message>
    <message>
        <source>the library no longer holds this participant</source>
        <translation>die Bibliothek enthält diesen Beteiligten nicht mehr</translation>
    </message>
    <message>
        <source>the name is the same, of another kind</source>
        <translation>der Name ist derselbe, von anderer Art</translation>
    </message>
    <message numerus="yes">
        <source>with so little time on a page this takes %Ln pages; zoom out to put more on each</source>
        <translation>
            <numerusform>bei so wenig Zeit auf einer Seite braucht es eine Seite; verkleinern Sie, damit mehr auf jede passt</numerusform>
            <numerusform>bei so wenig Zeit auf einer Seite braucht es %Ln Seiten; verkleinern Sie, damit mehr auf jede passt</numerusform>
        </translation>
    </message>
    <message>
        <source>Picture of what is in view</source>
        <translation>Bild des Gezeigten</translation>
    </message>
    <message>
        <source>Drawing of what is in view</source>
        <translation>Zeichnung des Gezeigten</translation>
    </message>
    <message>
        <source>The whole time, on pages</source>
        <translation>Die ganze Zeit, auf Seiten</translation>
    </message>
    <message>
        <source>A near copy, “{article}” ({outlet}), dates it {date}.</source>
        <translation>Eine fast gleiche Meldung, „{article}“ ({outlet}), nennt einen anderen Zeitpunkt: {date}.</translation>
    </message>
    <message>
        <source>“{words}” could be two dates: day and month may change places.</source>
        <translation>„{words}“ kann zwei Daten bedeuten: Tag und Monat sind vertauschbar.</translation>
    </message>
    <message>
        <source>The program finds dates in this language, but does not read its sentences.</source>
        <translation>Das Programm findet Daten in dieser Sprache, liest ihre Sätze aber nicht.</translation>
    </message>
    <message>
        <source>The date stands in a quotation: somebody says so.</source>
        <translation>Das Datum steht in einem Zitat: Jemand sagt es.</translation>
    </message>
    <message>
        <source>The date is that of a noun: no verb says that it happened.</source>
        <translation>Das Datum gehört zu einem Hauptwort: Kein Verb sagt, dass es geschah.</translation>
    </message>
    <message>
        <source>The date is counted from another one, by a rounded length of time.</source>
        <translation>Das Datum ist von einem anderen aus gezählt, um eine gerundete Dauer.</translation>
    </message>
    <message>
        <source>The words give only one side of the time.</source>
        <translation>Die Worte nennen nur eine Seite der Zeit.</translation>
    </message>
    <message>
        <source>The words give only about when.</source>
        <translation>Die Worte nennen nur eine ungefähre Zeit.</translation>
    </message>
    <message>
        <source>The words give no day, only {period}.</source>
        <translation>Die Worte nennen keinen Tag, nur: {period}.</translation>
    </message>
    <message>
        <source>It is announced as something that may happen, not as settled.</source>
        <translation>Es wird als möglich angekündigt, nicht als sicher.</translation>
    </message>
    <message>
        <source>The words do not say plainly that it happened.</source>
        <translation>Die Worte sagen nicht eindeutig, dass es geschah.</translation>
    </message>
    <message numerus="yes">
        <source>take in %Ln articles</source>
        <translation>
            <numerusform>%Ln Artikel einlesen</numerusform>
            <numerusform>%Ln Artikel einlesen</numerusform>
        </translation>
    </message>
    <message>
        <source>It is very long: events were looked for in its first {count} characters.</source>
        <translation>Er ist sehr lang: Ereignisse wurden in seinen ersten {count} Zeichen gesucht.</translation>
    </message>
    <message>
        <source>this library is in {folder}: it leaves your machine, and may be damaged by being copied while it is written</source>
        <translation>diese Bibliothek liegt in {folder}: Sie verlässt Ihren Rechner und kann beschädigt werden, wenn sie beim Schreiben kopiert wird</translation>
    </message>
    <message numerus="yes">
        <source>change %Ln events to what {name} says</source>
        <translation>
            <numerusform>%Ln Ereignis ändern, wie es in {name} steht</numerusform>
            <numerusform>%Ln Ereignisse ändern, wie sie in {name} stehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln events were changed to what it says.</source>
        <translation>
            <numerusform>%Ln Ereignis wurde geändert, wie es darin steht.</numerusform>
            <numerusform>%Ln Ereignisse wurden geändert, wie sie darin stehen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message numerus="yes">
        <source>Note on %Ln events</source>
        <translation>
            <numerusform>Notiz zu %Ln Ereignis</numerusform>
            <numerusform>Notiz zu %Ln Ereignissen</numerusform>
        </translation>
    </message>
    <message>
        <source>Yours alone: it is kept in the library, never in the article.</source>
        <translation>Nur für Sie: Sie steht in der Bibliothek, nie im Artikel.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them have a note already.</source>
        <translation>
            <numerusform>%Ln davon hat schon eine Notiz.</numerusform>
            <numerusform>%Ln davon haben schon eine Notiz.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Add this one below theirs</source>
        <translation>Diese &amp;unter die vorhandenen setzen</translation>
    </message>
    <message>
        <source>&amp;Replace theirs</source>
        <translation>Die vorhandenen &amp;ersetzen</translation>
    </message>
</context>
<context>
    <name>OverviewBar</name>
    <message>
        <source>Overview of all events</source>
        <translation>Übersicht über alle Ereignisse</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>A command, a participant, a saved view, a date</source>
        <translation>Ein Befehl, ein Beteiligter, eine gespeicherte Ansicht, ein Datum</translation>
    </message>
    <message>
        <source>What do you want?</source>
        <translation>Was möchten Sie?</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>Was passt</translation>
    </message>
    <message>
        <source>Nothing fits.</source>
        <translation>Nichts passt.</translation>
    </message>
</context>
<context>
    <name>PaletteOffers</name>
    <message>
        <source>saved view</source>
        <translation>gespeicherte Ansicht</translation>
    </message>
    <message>
        <source>{kind}, {count}: show without</source>
        <translation>{kind}, {count}: ohne zeigen</translation>
    </message>
    <message>
        <source>{kind}, {count}: show only</source>
        <translation>{kind}, {count}: nur dies zeigen</translation>
    </message>
    <message>
        <source>Go to {date}</source>
        <translation>Gehe zu {date}</translation>
    </message>
    <message>
        <source>date</source>
        <translation>Datum</translation>
    </message>
</context>
<context>
    <name>PartBar</name>
    <message>
        <source>Previous part</source>
        <translation>Voriger Teil</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>Nächster Teil</translation>
    </message>
    <message>
        <source>Part {number} of {total}</source>
        <translation>Teil {number} von {total}</translation>
    </message>
</context>
<context>
    <name>ParticipantChooser</name>
    <message>
        <source>Part of the name</source>
        <translation>Teil des Namens</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Beteiligte</translation>
    </message>
</context>
<context>
    <name>ParticipantCommands</name>
    <message>
        <source>{name} is the same as the one that you choose, and goes by that name from now on.</source>
        <translation>{name} ist derselbe wie der, den Sie wählen, und heißt von nun an so.</translation>
    </message>
    <message>
        <source>Merge participants</source>
        <translation>Beteiligte zusammenlegen</translation>
    </message>
    <message>
        <source>Another name</source>
        <translation>Anderer Name</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Looking through the names …</source>
        <translation>Die Namen werden durchgesehen …</translation>
    </message>
</context>
<context>
    <name>ParticipantModel</name>
    <message>
        <source>Show the events of all again, not only those with {name}</source>
        <translation>Wieder alle Ereignisse zeigen, nicht nur die mit {name}</translation>
    </message>
    <message>
        <source>Show only the events with {name}</source>
        <translation>Nur die Ereignisse mit {name} zeigen</translation>
    </message>
    <message>
        <source>also: {names}</source>
        <translation>auch: {names}</translation>
    </message>
    <message>
        <source>marked in the text</source>
        <translation>im Text markiert</translation>
    </message>
    <message numerus="yes">
        <source>%Ln mentions in this article</source>
        <translation>
            <numerusform>in diesem Artikel einmal erwähnt</numerusform>
            <numerusform>in diesem Artikel %Ln-mal erwähnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln events on the timeline</source>
        <translation>
            <numerusform>%Ln Ereignis auf der Zeitleiste</numerusform>
            <numerusform>%Ln Ereignisse auf der Zeitleiste</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ParticipantWindow</name>
    <message>
        <source>Names, roles and companions</source>
        <translation>Namen, Rollen und Begleiter</translation>
    </message>
    <message>
        <source>This name is &amp;somebody else</source>
        <translation>Dieser Name ist jemand &amp;anderes</translation>
    </message>
    <message>
        <source>Only these &amp;events</source>
        <translation>Nur diese &amp;Ereignisse</translation>
    </message>
    <message>
        <source>A &amp;lane of its own</source>
        <translation>Eine eigene &amp;Spur</translation>
    </message>
    <message numerus="yes">
        <source>%Ln events told in all</source>
        <translation>
            <numerusform>insgesamt %Ln Ereignis erzählt</numerusform>
            <numerusform>insgesamt %Ln Ereignisse erzählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mentions</source>
        <translation>
            <numerusform>%Ln Erwähnung</numerusform>
            <numerusform>%Ln Erwähnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Together with</source>
        <translation>Zusammen mit</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>articles that use this name</source>
        <translation>Artikel, die diesen Namen verwenden</translation>
    </message>
</context>
<context>
    <name>ParticipantsPane</name>
    <message>
        <source>Participants</source>
        <translation>Beteiligte</translation>
    </message>
    <message>
        <source>The people, organisations and places of the article that you read stand here.</source>
        <translation>Hier stehen die Personen, Organisationen und Orte des Artikels, den Sie lesen.</translation>
    </message>
    <message>
        <source>Nobody named</source>
        <translation>Niemand genannt</translation>
    </message>
    <message>
        <source>No people, organisations or places were recognised in this article.</source>
        <translation>In diesem Artikel wurden keine Personen, Organisationen oder Orte erkannt.</translation>
    </message>
</context>
<context>
    <name>PictureCommands</name>
    <message numerus="yes">
        <source>%Ln pages written to {path}.</source>
        <translation>
            <numerusform>%Ln Seite in {path} geschrieben.</numerusform>
            <numerusform>%Ln Seiten in {path} geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln articles without a date are not on it.</source>
        <translation>
            <numerusform>%Ln Artikel ohne Datum ist nicht darauf.</numerusform>
            <numerusform>%Ln Artikel ohne Datum sind nicht darauf.</numerusform>
        </translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Save a picture of the timeline</source>
        <translation>Ein Bild der Zeitleiste speichern</translation>
    </message>
    <message>
        <source>Print the timeline</source>
        <translation>Zeitleiste drucken</translation>
    </message>
</context>
<context>
    <name>Pointing</name>
    <message>
        <source>“{words}”</source>
        <translation>„{words}“</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Aussehen</translation>
    </message>
    <message>
        <source>&amp;Timeline</source>
        <translation>&amp;Zeitleiste</translation>
    </message>
    <message>
        <source>Taking &amp;in</source>
        <translation>&amp;Einlesen</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>Colours:</source>
        <translation>Farben:</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Size of the article&apos;s text:</source>
        <translation>Größe der Schrift im Artikel:</translation>
    </message>
    <message>
        <source>Days are written:</source>
        <translation>Schreibweise von Tagen:</translation>
    </message>
    <message>
        <source>In words, as the language does</source>
        <translation>In Worten, wie in der Sprache üblich</translation>
    </message>
    <message>
        <source>2023-02-14</source>
        <translation>2023-02-14</translation>
    </message>
    <message>
        <source>Language of menus and messages:</source>
        <translation>Sprache der Menüs und Meldungen:</translation>
    </message>
    <message>
        <source>Another language is in force at the next start.</source>
        <translation>Eine andere Sprache gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>The wheel:</source>
        <translation>Das Mausrad:</translation>
    </message>
    <message>
        <source>Scrolls; with Ctrl it zooms</source>
        <translation>Rollt; mit Strg vergrößert es</translation>
    </message>
    <message>
        <source>Zooms in time</source>
        <translation>Vergrößert die Zeit</translation>
    </message>
    <message>
        <source>Weeks begin on:</source>
        <translation>Wochen beginnen am:</translation>
    </message>
    <message>
        <source>The day that the language of the system has</source>
        <translation>Tag, den die Sprache des Systems vorsieht</translation>
    </message>
    <message>
        <source>Movement:</source>
        <translation>Bewegung:</translation>
    </message>
    <message>
        <source>As the system asks</source>
        <translation>Wie das System es wünscht</translation>
    </message>
    <message>
        <source>None: the view jumps</source>
        <translation>Keine: Die Ansicht springt</translation>
    </message>
    <message>
        <source>Bars are as high as:</source>
        <translation>Balken sind so hoch wie:</translation>
    </message>
    <message>
        <source>The order of magnitude: small numbers show beside large ones</source>
        <translation>Die Größenordnung: kleine Zahlen sind neben großen zu sehen</translation>
    </message>
    <message>
        <source>The number of events</source>
        <translation>Die Zahl der Ereignisse</translation>
    </message>
    <message>
        <source>One for each core</source>
        <translation>Einer je Kern</translation>
    </message>
    <message>
        <source>Processes that read articles:</source>
        <translation>Prozesse, die Artikel lesen:</translation>
    </message>
    <message>
        <source>Fewer leave more of the machine to other programs.</source>
        <translation>Weniger lassen anderen Programmen mehr vom Rechner.</translation>
    </message>
</context>
<context>
    <name>Quotation</name>
    <message>
        <source>no date stated</source>
        <translation>kein Datum angegeben</translation>
    </message>
</context>
<context>
    <name>ReadingDesk</name>
    <message>
        <source>This event is not among those shown: the filter leaves it out.</source>
        <translation>Dieses Ereignis wird nicht gezeigt: Der Filter lässt es aus.</translation>
    </message>
</context>
<context>
    <name>ReportsBar</name>
    <message numerus="yes">
        <source>Also in %Ln other articles: compare the wording</source>
        <translation>
            <numerusform>Auch in einem anderen Artikel: Wortlaut vergleichen</numerusform>
            <numerusform>Auch in %Ln anderen Artikeln: Wortlaut vergleichen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RescueDialog</name>
    <message>
        <source>Library cannot be used</source>
        <translation>Bibliothek nicht verwendbar</translation>
    </message>
    <message>
        <source>“{library}” cannot be used</source>
        <translation>„{library}“ lässt sich nicht verwenden</translation>
    </message>
    <message>
        <source>Copies of the library</source>
        <translation>Sicherungen der Bibliothek</translation>
    </message>
    <message>
        <source>&amp;Read this copy</source>
        <translation>Diese Sicherung &amp;lesen</translation>
    </message>
    <message>
        <source>&amp;Go back to this copy</source>
        <translation>Zu dieser Sicherung &amp;zurückkehren</translation>
    </message>
    <message>
        <source>&amp;Save what can be read</source>
        <translation>Lesbares &amp;retten</translation>
    </message>
    <message>
        <source>A copy that this program made can be read; nothing is changed by that.</source>
        <translation>Eine Sicherung, die dieses Programm gemacht hat, lässt sich lesen; verändert wird dabei nichts.</translation>
    </message>
    <message>
        <source>Going back puts a copy in its place; the file that is there is kept beside it.</source>
        <translation>Beim Zurückkehren tritt eine Sicherung an ihre Stelle; die vorhandene Datei bleibt daneben erhalten.</translation>
    </message>
    <message>
        <source>There is no copy of it that can be read.</source>
        <translation>Es gibt keine lesbare Sicherung davon.</translation>
    </message>
    <message>
        <source>Saving reads whatever is left of the file into a new library beside it; the file stays as it is.</source>
        <translation>Beim Retten wird alles, was von der Datei übrig ist, in eine neue Bibliothek daneben gelesen; die Datei bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>The copy is checked …</source>
        <translation>Die Sicherung wird geprüft …</translation>
    </message>
    <message>
        <source>All pages of the file are read; a large library takes some minutes …</source>
        <translation>Alle Seiten der Datei werden gelesen; bei einer großen Bibliothek dauert das einige Minuten …</translation>
    </message>
</context>
<context>
    <name>ReviewList</name>
    <message>
        <source>Review</source>
        <translation>Durchsicht</translation>
    </message>
    <message>
        <source>Events that the program is unsure of</source>
        <translation>Ereignisse, bei denen das Programm unsicher ist</translation>
    </message>
    <message>
        <source>&amp;Accept (Enter)</source>
        <translation>&amp;Annehmen (Enter)</translation>
    </message>
    <message>
        <source>Change the &amp;date (E)</source>
        <translation>&amp;Datum ändern (E)</translation>
    </message>
    <message>
        <source>&amp;Hide (H)</source>
        <translation>Aus&amp;blenden (H)</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>kein Datum</translation>
    </message>
    <message>
        <source>The program is least sure of these. Up and Down show each in its article.</source>
        <translation>Bei diesen ist das Programm am wenigsten sicher. Auf und Ab zeigen jedes in seinem Artikel.</translation>
    </message>
    <message>
        <source>Nothing is left to review.</source>
        <translation>Nichts mehr durchzusehen.</translation>
    </message>
</context>
<context>
    <name>SavedViewCommands</name>
    <message>
        <source>Saved as “{name}”. Go &gt; Saved views brings it back.</source>
        <translation>Gespeichert als „{name}“. Gehe zu &gt; Gespeicherte Ansichten holt sie zurück.</translation>
    </message>
    <message>
        <source>This is the view “{name}”.</source>
        <translation>Das ist die Ansicht „{name}“.</translation>
    </message>
    <message>
        <source>The view “{name}” cannot be read.</source>
        <translation>Die Ansicht „{name}“ ist nicht lesbar.</translation>
    </message>
    <message>
        <source>No view saved yet</source>
        <translation>Noch keine Ansicht gespeichert</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>Diese Ansicht speichern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Takes the place of the view of that name.</source>
        <translation>Tritt an die Stelle der Ansicht dieses Namens.</translation>
    </message>
    <message>
        <source>View {number}</source>
        <translation>Ansicht {number}</translation>
    </message>
</context>
<context>
    <name>SearchLine</name>
    <message>
        <source>Search words, “phrases”, NOT …</source>
        <translation>Wörter, „Wortfolgen“, NOT …</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>Bibliothek durchsuchen</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>{events} in %Ln articles</source>
        <translation>
            <numerusform>{events} in %Ln Artikel</numerusform>
            <numerusform>{events} in %Ln Artikeln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without a date</source>
        <translation>
            <numerusform>%Ln ohne Datum</numerusform>
            <numerusform>%Ln ohne Datum</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln told again by near copies</source>
        <translation>
            <numerusform>%Ln in fast gleichen Artikeln noch einmal</numerusform>
            <numerusform>%Ln in fast gleichen Artikeln noch einmal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden</source>
        <translation>
            <numerusform>%Ln ausgeblendet</numerusform>
            <numerusform>%Ln ausgeblendet</numerusform>
        </translation>
    </message>
    <message>
        <source>can be read but not changed</source>
        <translation>lesbar, aber nicht zu ändern</translation>
    </message>
    <message numerus="yes">
        <source>reading carefully: {done} of %Ln articles</source>
        <translation>
            <numerusform>sorgfältiges Lesen: {done} von %Ln Artikel</numerusform>
            <numerusform>sorgfältiges Lesen: {done} von %Ln Artikeln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>Find in this article</source>
        <translation>In diesem Artikel suchen</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} von {total}</translation>
    </message>
</context>
<context>
    <name>StretchStrip</name>
    <message>
        <source>Show only these</source>
        <translation>Nur diese zeigen</translation>
    </message>
    <message>
        <source>Filter by this stretch of time</source>
        <translation>Auf diesen Zeitraum eingrenzen</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Take the mark off (Esc)</source>
        <translation>Markierung aufheben (Esc)</translation>
    </message>
    <message>
        <source>{events} · {time}</source>
        <translation>{events} · {time}</translation>
    </message>
    <message>
        <source>By {names}</source>
        <translation>Von {names}</translation>
    </message>
    <message>
        <source>With …</source>
        <translation>Mit …</translation>
    </message>
    <message>
        <source>With {names}</source>
        <translation>Mit {names}</translation>
    </message>
</context>
<context>
    <name>SuggestionList</name>
    <message>
        <source>One or two?</source>
        <translation>Einer oder zwei?</translation>
    </message>
    <message>
        <source>Names that may be one participant</source>
        <translation>Namen, die ein Beteiligter sein können</translation>
    </message>
    <message>
        <source>&amp;One (Enter)</source>
        <translation>&amp;Einer (Enter)</translation>
    </message>
    <message>
        <source>&amp;Two (N)</source>
        <translation>&amp;Zwei (N)</translation>
    </message>
    <message>
        <source>&amp;Pass over (Space)</source>
        <translation>&amp;Übergehen (Leertaste)</translation>
    </message>
    <message>
        <source>&amp;Look up (I)</source>
        <translation>&amp;Nachsehen (I)</translation>
    </message>
    <message>
        <source>Is “{name}” really {taken_for}? {rival} was in the news in the same weeks.</source>
        <translation>Ist „{name}“ wirklich {taken_for}? {rival} war in denselben Wochen in den Nachrichten.</translation>
    </message>
    <message>
        <source>{one} and {other}</source>
        <translation>{one} und {other}</translation>
    </message>
    <message>
        <source>{one} ({kind}) and {other} ({other_kind})</source>
        <translation>{one} ({kind}) und {other} ({other_kind})</translation>
    </message>
    <message>
        <source>There is nothing to decide.</source>
        <translation>Es ist nichts zu entscheiden.</translation>
    </message>
    <message>
        <source>The program keeps names apart where it is unsure. What you decide here stays decided.</source>
        <translation>Das Programm hält Namen auseinander, wo es unsicher ist. Was Sie hier entscheiden, bleibt entschieden.</translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message>
        <source>Tags of {events}</source>
        <translation>Schlagwörter: {events}</translation>
    </message>
    <message>
        <source>New tag, then Enter</source>
        <translation>Neues Schlagwort, dann Enter</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>Neues Schlagwort</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
</context>
<context>
    <name>TakeAway</name>
    <message>
        <source>Export what is selected: {events}</source>
        <translation>Auswahl exportieren: {events}</translation>
    </message>
    <message>
        <source>Export the events that are shown</source>
        <translation>Die gezeigten Ereignisse exportieren</translation>
    </message>
    <message>
        <source>Writing {path} …</source>
        <translation>{path} wird geschrieben …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln events written to {path}.</source>
        <translation>
            <numerusform>%Ln Ereignis in {path} geschrieben.</numerusform>
            <numerusform>%Ln Ereignisse in {path} geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without a date were left out.</source>
        <translation>
            <numerusform>%Ln ohne Datum wurde ausgelassen.</numerusform>
            <numerusform>%Ln ohne Datum wurden ausgelassen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>morning</source>
        <translation>Morgen</translation>
    </message>
    <message>
        <source>midday</source>
        <translation>Mittag</translation>
    </message>
    <message>
        <source>afternoon</source>
        <translation>Nachmittag</translation>
    </message>
    <message>
        <source>evening</source>
        <translation>Abend</translation>
    </message>
    <message>
        <source>daytime</source>
        <translation>tagsüber</translation>
    </message>
    <message numerus="yes">
        <source>%Ln events</source>
        <translation>
            <numerusform>%Ln Ereignis</numerusform>
            <numerusform>%Ln Ereignisse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln articles</source>
        <translation>
            <numerusform>%Ln Artikel</numerusform>
            <numerusform>%Ln Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Erschienen</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Berichtet</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>Organisationen</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>until {date}</source>
        <translation>bis {date}</translation>
    </message>
    <message>
        <source>since {date}</source>
        <translation>seit {date}</translation>
    </message>
    <message>
        <source>about {date}</source>
        <translation>um {date}</translation>
    </message>
    <message>
        <source>{year} BCE</source>
        <translation>{year} v. Chr.</translation>
    </message>
    <message>
        <source>Q{number} {year}</source>
        <translation>{number}. Quartal {year}</translation>
    </message>
    <message>
        <source>first half of {year}</source>
        <translation>erste Hälfte {year}</translation>
    </message>
    <message>
        <source>second half of {year}</source>
        <translation>zweite Hälfte {year}</translation>
    </message>
    <message>
        <source>spring {year}</source>
        <translation>Frühling {year}</translation>
    </message>
    <message>
        <source>summer {year}</source>
        <translation>Sommer {year}</translation>
    </message>
    <message>
        <source>autumn {year}</source>
        <translation>Herbst {year}</translation>
    </message>
    <message>
        <source>winter {year}</source>
        <translation>Winter {year}</translation>
    </message>
    <message>
        <source>{first}–{last} BCE</source>
        <translation>{first}–{last} v. Chr.</translation>
    </message>
    <message>
        <source>{year}s</source>
        <translation>{year}er</translation>
    </message>
</context>
<context>
    <name>TimelineCanvas</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Timeline: {event}</source>
        <translation>Zeitleiste: {event}</translation>
    </message>
</context>
<context>
    <name>TitleDialog</name>
    <message>
        <source>Change the title</source>
        <translation>Titel ändern</translation>
    </message>
    <message numerus="yes">
        <source>Change the titles of %Ln events</source>
        <translation>
            <numerusform>Titel von %Ln Ereignis ändern</numerusform>
            <numerusform>Titel von %Ln Ereignissen ändern</numerusform>
        </translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message numerus="yes">
        <source>You have given %Ln of them a title before.</source>
        <translation>
            <numerusform>%Ln davon haben Sie schon einen Titel gegeben.</numerusform>
            <numerusform>%Ln davon haben Sie schon einen Titel gegeben.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Leave those as they are</source>
        <translation>Diese so &amp;lassen</translation>
    </message>
    <message>
        <source>&amp;Replace those too</source>
        <translation>Auch diese &amp;ersetzen</translation>
    </message>
</context>
<context>
    <name>UndatedModel</name>
    <message>
        <source>Untitled</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <source>no date stated</source>
        <translation>kein Datum angegeben</translation>
    </message>
</context>
<context>
    <name>UndatedTray</name>
    <message>
        <source>Articles without a date</source>
        <translation>Artikel ohne Datum</translation>
    </message>
    <message>
        <source>No date of publication is stated, and none is made up. Dates that a text itself tells are on the timeline.</source>
        <translation>Kein Erscheinungsdatum ist angegeben, und keines wird erfunden. Daten, die ein Text selbst nennt, stehen auf der Zeitleiste.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln articles without a date</source>
        <translation>
            <numerusform>%Ln Artikel ohne Datum</numerusform>
            <numerusform>%Ln Artikel ohne Datum</numerusform>
        </translation>
    </message>
    <message>
        <source>opened</source>
        <translation>geöffnet</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
</context>
<context>
    <name>ViewsDialog</name>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Zeigen</translation>
    </message>
</context>
<context>
    <name>_Bar</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
</context>
<context>
    <name>_Choices</name>
    <message>
        <source>The day it was published, as in news</source>
        <translation>Vom Tag der Veröffentlichung, wie in Nachrichten</translation>
    </message>
    <message>
        <source>The date told before, as in histories</source>
        <translation>Vom zuvor erzählten Datum, wie in der Geschichtsschreibung</translation>
    </message>
    <message>
        <source>3 April</source>
        <translation>3. April</translation>
    </message>
    <message>
        <source>4 March</source>
        <translation>4. März</translation>
    </message>
    <message>
        <source>“In May” and “on Tuesday” count from:</source>
        <translation>„Im Mai“ und „am Dienstag“ zählen:</translation>
    </message>
    <message>
        <source>03/04/2023 is:</source>
        <translation>03/04/2023 ist:</translation>
    </message>
</context>
<context>
    <name>_FacetsView</name>
    <message>
        <source>Values, with how many events have them</source>
        <translation>Werte mit der Zahl ihrer Ereignisse</translation>
    </message>
</context>
</TS>
