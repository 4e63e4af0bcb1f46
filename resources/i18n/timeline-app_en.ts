<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>EventList</name>
    <message numerus="yes">
        <source>… and %Ln more: zoom in to see them</source>
        <translation>
            <numerusform>… and %Ln more: zoom in to see it</numerusform>
            <numerusform>… and %Ln more: zoom in to see them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FacetModel</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message numerus="yes">
        <source>{shown} of %Ln events</source>
        <translation>
            <numerusform>{shown} of %Ln event</numerusform>
            <numerusform>{shown} of %Ln events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HitList</name>
    <message numerus="yes">
        <source>The newest of %Ln articles</source>
        <translation>
            <numerusform>The newest of %Ln article</numerusform>
            <numerusform>The newest of %Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln articles: titles with the words first, then the best of the newest {ranked}</source>
        <translation>
            <numerusform>%Ln article: titles with the words first, then the best of the newest {ranked}</numerusform>
            <numerusform>%Ln articles: titles with the words first, then the best of the newest {ranked}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPanel</name>
    <message numerus="yes">
        <source>{done} of %Ln files</source>
        <translation>
            <numerusform>{done} of %Ln file</numerusform>
            <numerusform>{done} of %Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new articles</source>
        <translation>
            <numerusform>%Ln new article</numerusform>
            <numerusform>%Ln new articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln articles are in.</source>
        <translation>
            <numerusform>%Ln article is in.</numerusform>
            <numerusform>%Ln articles are in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{articles} added with %Ln events.</source>
        <translation>
            <numerusform>{articles} added with %Ln event.</numerusform>
            <numerusform>{articles} added with %Ln events.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were there already.</source>
        <translation>
            <numerusform>%Ln was there already.</numerusform>
            <numerusform>%Ln were there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be read.</source>
        <translation>
            <numerusform>%Ln could not be read.</numerusform>
            <numerusform>%Ln could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files have moved.</source>
        <translation>
            <numerusform>%Ln file has moved.</numerusform>
            <numerusform>%Ln files have moved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files are gone; what came of them is kept.</source>
        <translation>
            <numerusform>%Ln file is gone; what came of it is kept.</numerusform>
            <numerusform>%Ln files are gone; what came of them is kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln minutes left</source>
        <translation>
            <numerusform>about a minute left</numerusform>
            <numerusform>about %Ln minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln hours left</source>
        <translation>
            <numerusform>about an hour left</numerusform>
            <numerusform>about %Ln hours left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeepingCommands</name>
    <message numerus="yes">
        <source>%Ln articles were taken back.</source>
        <translation>
            <numerusform>%Ln article was taken back.</numerusform>
            <numerusform>%Ln articles were taken back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{day}: %Ln articles</source>
        <translation>
            <numerusform>{day}: %Ln article</numerusform>
            <numerusform>{day}: %Ln articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message numerus="yes">
        <source>with so little time on a page this takes %Ln pages; zoom out to put more on each</source>
        <translation>
            <numerusform>with so little time on a page this takes a page; zoom out to put more on each</numerusform>
            <numerusform>with so little time on a page this takes %Ln pages; zoom out to put more on each</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln events</source>
        <translation>
            <numerusform>event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>take in %Ln articles</source>
        <translation>
            <numerusform>take in %Ln article</numerusform>
            <numerusform>take in %Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln events without a date were left out.</source>
        <translation>
            <numerusform>%Ln event without a date was left out.</numerusform>
            <numerusform>%Ln events without a date were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of its attachments were not read.</source>
        <translation>
            <numerusform>%Ln of its attachments was not read.</numerusform>
            <numerusform>%Ln of its attachments were not read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pages that cannot be read were left out.</source>
        <translation>
            <numerusform>%Ln page that cannot be read was left out.</numerusform>
            <numerusform>%Ln pages that cannot be read were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records of the web archive are no pages.</source>
        <translation>
            <numerusform>%Ln record of the web archive is no page.</numerusform>
            <numerusform>%Ln records of the web archive are no pages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln articles were saved in {name}</source>
        <translation>
            <numerusform>%Ln article was saved in {name}</numerusform>
            <numerusform>%Ln articles were saved in {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were lost</source>
        <translation>
            <numerusform>%Ln was lost</numerusform>
            <numerusform>%Ln were lost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln have words that may not be as they were</source>
        <translation>
            <numerusform>%Ln has words that may not be as they were</numerusform>
            <numerusform>%Ln have words that may not be as they were</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>there are only %Ln events</source>
        <translation>
            <numerusform>there is only %Ln event</numerusform>
            <numerusform>there are only %Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>change %Ln events to what {name} says</source>
        <translation>
            <numerusform>change %Ln event to what {name} says</numerusform>
            <numerusform>change %Ln events to what {name} says</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln events were changed to what it says.</source>
        <translation>
            <numerusform>%Ln event was changed to what it says.</numerusform>
            <numerusform>%Ln events were changed to what it says.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message numerus="yes">
        <source>Note on %Ln events</source>
        <translation>
            <numerusform>Note on %Ln event</numerusform>
            <numerusform>Note on %Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them have a note already.</source>
        <translation>
            <numerusform>%Ln of them has a note already.</numerusform>
            <numerusform>%Ln of them have a note already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ParticipantModel</name>
    <message numerus="yes">
        <source>%Ln mentions in this article</source>
        <translation>
            <numerusform>mentioned once in this article</numerusform>
            <numerusform>%Ln mentions in this article</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln events on the timeline</source>
        <translation>
            <numerusform>%Ln event on the timeline</numerusform>
            <numerusform>%Ln events on the timeline</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ParticipantWindow</name>
    <message numerus="yes">
        <source>%Ln events told in all</source>
        <translation>
            <numerusform>%Ln event told in all</numerusform>
            <numerusform>%Ln events told in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mentions</source>
        <translation>
            <numerusform>%Ln mention</numerusform>
            <numerusform>%Ln mentions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureCommands</name>
    <message numerus="yes">
        <source>%Ln pages written to {path}.</source>
        <translation>
            <numerusform>%Ln page written to {path}.</numerusform>
            <numerusform>%Ln pages written to {path}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln articles without a date are not on it.</source>
        <translation>
            <numerusform>%Ln article without a date is not on it.</numerusform>
            <numerusform>%Ln articles without a date are not on it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportsBar</name>
    <message numerus="yes">
        <source>Also in %Ln other articles: compare the wording</source>
        <translation>
            <numerusform>Also in another article: compare the wording</numerusform>
            <numerusform>Also in %Ln other articles: compare the wording</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>{events} in %Ln articles</source>
        <translation>
            <numerusform>{events} in %Ln article</numerusform>
            <numerusform>{events} in %Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without a date</source>
        <translation>
            <numerusform>%Ln without a date</numerusform>
            <numerusform>%Ln without a date</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln told again by near copies</source>
        <translation>
            <numerusform>%Ln told again by near copies</numerusform>
            <numerusform>%Ln told again by near copies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden</source>
        <translation>
            <numerusform>%Ln hidden</numerusform>
            <numerusform>%Ln hidden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reading carefully: {done} of %Ln articles</source>
        <translation>
            <numerusform>reading carefully: {done} of %Ln article</numerusform>
            <numerusform>reading carefully: {done} of %Ln articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakeAway</name>
    <message numerus="yes">
        <source>%Ln events written to {path}.</source>
        <translation>
            <numerusform>%Ln event written to {path}.</numerusform>
            <numerusform>%Ln events written to {path}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without a date were left out.</source>
        <translation>
            <numerusform>%Ln without a date was left out.</numerusform>
            <numerusform>%Ln without a date were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message numerus="yes">
        <source>%Ln events</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln articles</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TitleDialog</name>
    <message numerus="yes">
        <source>Change the titles of %Ln events</source>
        <translation>
            <numerusform>Change the title of %Ln event</numerusform>
            <numerusform>Change the titles of %Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You have given %Ln of them a title before.</source>
        <translation>
            <numerusform>You have given %Ln of them a title before.</numerusform>
            <numerusform>You have given %Ln of them a title before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UndatedTray</name>
    <message numerus="yes">
        <source>%Ln articles without a date</source>
        <translation>
            <numerusform>%Ln article without a date</numerusform>
            <numerusform>%Ln articles without a date</numerusform>
        </translation>
    </message>
</context>
</TS>
