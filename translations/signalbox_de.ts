<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>Jwt</name>
    <message>
        <source>there is no JWT key</source>
        <translation>es gibt keinen JWT-Schlüssel</translation>
    </message>
    <message>
        <source>the JWT user claim has no name</source>
        <translation>der Benutzer-Claim des JWT hat keinen Namen</translation>
    </message>
    <message>
        <source>a public key cannot sign; tokens are issued with a JWT secret</source>
        <translation>ein öffentlicher Schlüssel kann nicht signieren; Token werden mit einem JWT-Geheimnis ausgestellt</translation>
    </message>
    <message>
        <source>the JWT public key file holds a private key</source>
        <translation>die Datei für den öffentlichen JWT-Schlüssel enthält einen privaten Schlüssel</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>kein Speicher mehr frei</translation>
    </message>
    <message>
        <source>the JWT public key is no PEM public key</source>
        <translation>der öffentliche JWT-Schlüssel ist kein öffentlicher Schlüssel im PEM-Format</translation>
    </message>
    <message>
        <source>the JWT public key is no RSA key, which RS256 needs</source>
        <translation>der öffentliche JWT-Schlüssel ist kein RSA-Schlüssel, den RS256 benötigt</translation>
    </message>
    <message>
        <source>the JWT public key has %1 bits; RS256 needs %2 to %3</source>
        <translation>der öffentliche JWT-Schlüssel hat %1 Bit; RS256 benötigt %2 bis %3</translation>
    </message>
    <message>
        <source>the JWT public key is no EC key on P-256, which ES256 needs</source>
        <translation>der öffentliche JWT-Schlüssel ist kein EC-Schlüssel auf P-256, den ES256 benötigt</translation>
    </message>
    <message>
        <source>a JWT key is larger than 64 KiB</source>
        <translation>ein JWT-Schlüssel ist größer als 64 KiB</translation>
    </message>
    <message>
        <source>the JWT secret is a PEM key; with one, set the algorithm to RS256 or ES256</source>
        <translation>das JWT-Geheimnis ist ein PEM-Schlüssel; stellen Sie dafür den Algorithmus auf RS256 oder ES256</translation>
    </message>
    <message>
        <source>the JWT secret has %1 bytes; it needs at least %2</source>
        <translation>das JWT-Geheimnis hat %1 Byte; es benötigt mindestens %2</translation>
    </message>
    <message>
        <source>it is longer than %1 bytes</source>
        <translation>es ist länger als %1 Byte</translation>
    </message>
    <message>
        <source>whether it was revoked is not known any more</source>
        <translation>ob es widerrufen wurde, ist nicht mehr bekannt</translation>
    </message>
    <message>
        <source>no key of ours signed it</source>
        <translation>es ist mit keinem unserer Schlüssel signiert</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>es ist leer</translation>
    </message>
    <message>
        <source>it has not three parts</source>
        <translation>es hat nicht drei Teile</translation>
    </message>
    <message>
        <source>it is not base64url</source>
        <translation>es ist kein base64url</translation>
    </message>
    <message>
        <source>it is not signed</source>
        <translation>es ist nicht signiert</translation>
    </message>
    <message>
        <source>its header is not a strict JSON object</source>
        <translation>sein Header ist kein striktes JSON-Objekt</translation>
    </message>
    <message>
        <source>its header has %1, which is not taken</source>
        <translation>sein Header enthält %1, was nicht angenommen wird</translation>
    </message>
    <message>
        <source>its typ is not JWT</source>
        <translation>sein typ ist nicht JWT</translation>
    </message>
    <message>
        <source>its algorithm is not %1</source>
        <translation>sein Algorithmus ist nicht %1</translation>
    </message>
    <message>
        <source>its payload is not a strict JSON object</source>
        <translation>seine Nutzlast ist kein striktes JSON-Objekt</translation>
    </message>
    <message>
        <source>%1 is not a string</source>
        <translation>%1 ist keine Zeichenkette</translation>
    </message>
    <message>
        <source>%1 is not an array of strings</source>
        <translation>%1 ist keine Liste von Zeichenketten</translation>
    </message>
    <message>
        <source>%1 is not a number</source>
        <translation>%1 ist keine Zahl</translation>
    </message>
    <message>
        <source>%1 is not a time of 1970 to 9999</source>
        <translation>%1 ist keine Zeit von 1970 bis 9999</translation>
    </message>
    <message>
        <source>scope is neither a string nor an array of strings</source>
        <translation>scope ist weder eine Zeichenkette noch eine Liste von Zeichenketten</translation>
    </message>
    <message>
        <source>aud is neither a string nor an array of strings</source>
        <translation>aud ist weder eine Zeichenkette noch eine Liste von Zeichenketten</translation>
    </message>
    <message>
        <source>it is for another audience</source>
        <translation>es ist für eine andere Audience</translation>
    </message>
    <message>
        <source>it is from another issuer</source>
        <translation>es ist von einem anderen Aussteller</translation>
    </message>
    <message>
        <source>%1 is no valid user id</source>
        <translation>%1 ist keine gültige Benutzer-ID</translation>
    </message>
    <message>
        <source>jti is empty or longer than %1 bytes</source>
        <translation>jti ist leer oder länger als %1 Byte</translation>
    </message>
    <message>
        <source>exp is missing</source>
        <translation>exp fehlt</translation>
    </message>
    <message>
        <source>it is not valid yet</source>
        <translation>es ist noch nicht gültig</translation>
    </message>
    <message>
        <source>it was issued in the future</source>
        <translation>es wurde in der Zukunft ausgestellt</translation>
    </message>
    <message>
        <source>it has expired</source>
        <translation>es ist abgelaufen</translation>
    </message>
</context>
<context>
    <name>OriginPolicy</name>
    <message>
        <source>&quot;%1&quot; is no origin: expected scheme://host, scheme://host:port or *</source>
        <translation>„%1“ ist kein Origin: erwartet wird Schema://Host, Schema://Host:Port oder *</translation>
    </message>
</context>
<context>
    <name>Signalbox::AboutDialog</name>
    <message>
        <source>About Signalbox</source>
        <translation>Über Signalbox</translation>
    </message>
    <message>
        <source>The real-time event server that an operator can see into.</source>
        <translation>Der Echtzeit-Ereignisserver, in den Sie als Betreiber hineinsehen können.</translation>
    </message>
    <message>
        <source>Version %1
Qt %2
%3</source>
        <translation>Version %1
Qt %2
%3</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder neuer. Ohne jede Gewährleistung.</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>Versionen kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Signalbox::Alerts</name>
    <message>
        <source>Emergency stop</source>
        <translation>Not-Stopp</translation>
    </message>
    <message>
        <source>Publishing is stopped.</source>
        <translation>Das Veröffentlichen ist angehalten.</translation>
    </message>
    <message>
        <source>Publishing is stopped: %1</source>
        <translation>Das Veröffentlichen ist angehalten: %1</translation>
    </message>
    <message>
        <source>Trouble with %1</source>
        <translation>Störung: %1</translation>
    </message>
    <message>
        <source>Slow clients</source>
        <translation>Langsame Clients</translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s) did not keep up and were disconnected.</source>
        <translation>
            <numerusform>%Ln Client kam nicht mit und wurde getrennt.</numerusform>
            <numerusform>%Ln Clients kamen nicht mit und wurden getrennt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::CellFormat</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Byte</translation>
    </message>
</context>
<context>
    <name>Signalbox::CheckConfigCommand</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>not required</source>
        <translation>nicht erforderlich</translation>
    </message>
    <message>
        <source>required</source>
        <translation>erforderlich</translation>
    </message>
    <message>
        <source>required, but not to subscribe</source>
        <translation>erforderlich, aber nicht zum Abonnieren</translation>
    </message>
    <message>
        <source>given</source>
        <translation>angegeben</translation>
    </message>
    <message>
        <source>will be made: %1</source>
        <translation>wird angelegt: %1</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>listens on</source>
        <translation>lauscht auf</translation>
    </message>
    <message>
        <source>%1, port %2</source>
        <translation>%1, Port %2</translation>
    </message>
    <message>
        <source>allowed origins</source>
        <translation>zugelassene Origins</translation>
    </message>
    <message>
        <source>trusted proxies</source>
        <translation>vertrauenswürdige Proxys</translation>
    </message>
    <message>
        <source>authentication</source>
        <translation>Authentifizierung</translation>
    </message>
    <message>
        <source>auth tokens</source>
        <translation>Auth-Token</translation>
    </message>
    <message>
        <source>admin token</source>
        <translation>Admin-Token</translation>
    </message>
    <message>
        <source>own JWTs</source>
        <translation>eigene JWTs</translation>
    </message>
    <message>
        <source>%1, keys: %2, issuer: %3, audience: %4, user claim: %5</source>
        <translation>%1, Schlüssel: %2, Aussteller: %3, Audience: %4, Benutzer-Claim: %5</translation>
    </message>
    <message>
        <source>JWTs of others</source>
        <translation>fremde JWTs</translation>
    </message>
    <message>
        <source>default rooms</source>
        <translation>Standardräume</translation>
    </message>
    <message>
        <source>command rate</source>
        <translation>Befehlsrate</translation>
    </message>
    <message>
        <source>publish rate</source>
        <translation>Veröffentlichungsrate</translation>
    </message>
    <message>
        <source>data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>%1, which is not there yet</source>
        <translation>%1, noch nicht vorhanden</translation>
    </message>
    <message>
        <source>emergency</source>
        <translation>Not-Stopp</translation>
    </message>
    <message>
        <source>tripped: publishing is stopped</source>
        <translation>ausgelöst: das Veröffentlichen ist angehalten</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
</context>
<context>
    <name>Signalbox::CloseCode</name>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>going away</source>
        <translation>Gegenseite geht</translation>
    </message>
    <message>
        <source>protocol error</source>
        <translation>Protokollfehler</translation>
    </message>
    <message>
        <source>unsupported data</source>
        <translation>nicht unterstützte Daten</translation>
    </message>
    <message>
        <source>no code</source>
        <translation>kein Code</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>Verbindung verloren</translation>
    </message>
    <message>
        <source>invalid text</source>
        <translation>ungültiger Text</translation>
    </message>
    <message>
        <source>policy violation</source>
        <translation>Richtlinie verletzt</translation>
    </message>
    <message>
        <source>message too big</source>
        <translation>Nachricht zu groß</translation>
    </message>
    <message>
        <source>internal error</source>
        <translation>interner Fehler</translation>
    </message>
    <message>
        <source>server restart</source>
        <translation>Neustart des Servers</translation>
    </message>
    <message>
        <source>token expired</source>
        <translation>Token abgelaufen</translation>
    </message>
    <message>
        <source>forbidden</source>
        <translation>verboten</translation>
    </message>
    <message>
        <source>slow consumer</source>
        <translation>langsamer Empfänger</translation>
    </message>
    <message>
        <source>flooding</source>
        <translation>Überflutung</translation>
    </message>
</context>
<context>
    <name>Signalbox::CloseDialog</name>
    <message>
        <source>&amp;Remember my answer</source>
        <translation>Antwort &amp;merken</translation>
    </message>
    <message>
        <source>Close the console</source>
        <translation>Konsole schließen</translation>
    </message>
    <message>
        <source>Stop the server, too?</source>
        <translation>Soll auch der Server beendet werden?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s) are connected and would lose their connection. Kept in the tray, the server goes on without a window.</source>
        <translation>
            <numerusform>%Ln Client ist verbunden und würde seine Verbindung verlieren. Im Infobereich läuft der Server ohne Fenster weiter.</numerusform>
            <numerusform>%Ln Clients sind verbunden und würden ihre Verbindung verlieren. Im Infobereich läuft der Server ohne Fenster weiter.</numerusform>
        </translation>
    </message>
    <message>
        <source>No client is connected. Kept in the tray, the server goes on without a window.</source>
        <translation>Kein Client ist verbunden. Im Infobereich läuft der Server ohne Fenster weiter.</translation>
    </message>
    <message>
        <source>Settings ask again</source>
        <translation>In den Einstellungen können Sie die Frage wieder einschalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Keep in the &amp;tray</source>
        <translation>Im &amp;Infobereich behalten</translation>
    </message>
    <message>
        <source>&amp;Stop the server</source>
        <translation>Server &amp;beenden</translation>
    </message>
    <message>
        <source>This desktop has no tray: the window could not be brought back</source>
        <translation>Diese Arbeitsumgebung hat keinen Infobereich: das Fenster ließe sich nicht zurückholen</translation>
    </message>
</context>
<context>
    <name>Signalbox::ClosedModel</name>
    <message>
        <source>Closed</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>When. Filters compare how long ago that is</source>
        <translation>Zeitpunkt. Filter vergleichen, wie lange das her ist</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>The close code (RFC 6455)</source>
        <translation>Der Schließcode (RFC 6455)</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>What the code means</source>
        <translation>Was der Code bedeutet</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>What was said besides</source>
        <translation>Was außerdem mitgeteilt wurde</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>The session&apos;s id</source>
        <translation>Die Kennung der Sitzung</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Empty for an anonymous client</source>
        <translation>Leer bei einem anonymen Client</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>Dialekt</translation>
    </message>
    <message>
        <source>The protocol of its messages</source>
        <translation>Das Protokoll seiner Nachrichten</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>websocket or polling</source>
        <translation>websocket oder polling</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Where it came from</source>
        <translation>Woher sie kam</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Since when it was connected</source>
        <translation>Seit wann sie bestand</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>How long it was connected</source>
        <translation>Wie lange sie bestand</translation>
    </message>
    <message>
        <source>Messages sent</source>
        <translation>Nachrichten gesendet</translation>
    </message>
    <message>
        <source>Messages to the client</source>
        <translation>Nachrichten an den Client</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Bytes to the client</source>
        <translation>Bytes an den Client</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Bytes from the client</source>
        <translation>Bytes vom Client</translation>
    </message>
    <message>
        <source>User agent</source>
        <translation>User-Agent</translation>
    </message>
    <message>
        <source>What the client called itself</source>
        <translation>Wie sich der Client nannte</translation>
    </message>
</context>
<context>
    <name>Signalbox::CommandArguments</name>
    <message>
        <source>%1 needs a value</source>
        <translation>%1 benötigt einen Wert</translation>
    </message>
    <message>
        <source>%1 was given twice</source>
        <translation>%1 wurde zweimal angegeben</translation>
    </message>
</context>
<context>
    <name>Signalbox::CommandHelp</name>
    <message>
        <source>Usage: %1 check-config [options of the server]

Reads options, environment and files as a start would, makes and changes
nothing, and prints what a server would go by, without secrets. Exit code 0 if
it would start, 2 and one line on standard error if not.
</source>
        <translation>Aufruf: %1 check-config [Optionen des Servers]

Liest Optionen, Umgebung und Dateien wie beim Start, legt nichts an, ändert
nichts und gibt ohne Geheimnisse aus, wonach sich ein Server richten würde.
Rückgabewert 0, wenn er starten würde, sonst 2 und eine Zeile auf der
Standardfehlerausgabe.
</translation>
    </message>
    <message>
        <source>Usage: %1 token issue --sub USER [--room ROOM]... [--scope SCOPE]... [--ttl TIME]
           [--name NAME] [options of the server]
       %1 token inspect TOKEN|- [options of the server]
       %1 token list [options of the server]
       %1 token revoke ID [options of the server]

issue signs a JWT with the secret that a server with these options has, and
prints it, alone, on standard output; what to revoke it by goes to standard error.

  --sub USER      the user it is for
  --room ROOM     a room that it may join, or all of a kind such as project:*;
                  given once or more, these rooms are all. Without, every workflow,
                  bot and strategy, and the --default-rooms
  --scope SCOPE   subscribe, publish or admin [default: subscribe]
  --ttl TIME      how long it is valid: 90s, 15m, 1h, 7d [default: 1h]
  --name NAME     a note, for the line on standard error

inspect shows what a token says, and whether a server with these options would
take it: exit code 0 if it would, 1 if not. - reads it from standard input, where
other users of this machine cannot see it.

A running server knows a token that was issued here by its signature alone: it does
not stand in GET /api/v1/tokens. It can be revoked all the same.

list shows the tokens that the server has issued itself and those that were revoked,
revoke takes one back by its id (--id=ID if it starts with dashes). Both ask the
server that listens where one with these options would, with its admin token; if
none does, they read or write the file tokens.db in the data folder, which the next
start goes by. A server that runs on another port notices that only then.

Examples
  %1 token issue --sub alice --room project:7 --scope subscribe --ttl 8h
  %1 token issue --sub ci --scope publish --ttl 7d --config signalbox.ini
  %1 token inspect - &lt; token
  %1 token revoke Gd0mSN3RzUqJ2nHqO0s1bw
</source>
        <translation>Aufruf: %1 token issue --sub USER [--room ROOM]... [--scope SCOPE]... [--ttl TIME]
           [--name NAME] [Optionen des Servers]
        %1 token inspect TOKEN|- [Optionen des Servers]
        %1 token list [Optionen des Servers]
        %1 token revoke ID [Optionen des Servers]

issue signiert ein JWT mit dem Geheimnis, das ein Server mit diesen Optionen hat,
und gibt nur dieses auf der Standardausgabe aus; womit es sich widerrufen lässt,
steht auf der Standardfehlerausgabe.

  --sub USER      der Benutzer, für den es gilt
  --room ROOM     ein Raum, dem er beitreten darf, oder alle einer Art, etwa
                  project:*; einmal oder öfter angegeben, sind es nur diese Räume.
                  Sonst jeder workflow, bot und strategy sowie die --default-rooms
  --scope SCOPE   subscribe, publish oder admin [Vorgabe: subscribe]
  --ttl TIME      wie lange es gültig ist: 90s, 15m, 1h, 7d [Vorgabe: 1h]
  --name NAME     eine Notiz für die Zeile auf der Standardfehlerausgabe

inspect zeigt, was ein Token besagt und ob ein Server mit diesen Optionen es
annähme: Rückgabewert 0, wenn ja, 1, wenn nicht. - liest es von der
Standardeingabe, wo andere Benutzer dieses Rechners es nicht sehen können.

Ein laufender Server kennt ein hier ausgestelltes Token nur an seiner Signatur: es
steht nicht in GET /api/v1/tokens. Widerrufen lässt es sich dennoch.

list zeigt die Token, die der Server selbst ausgestellt hat, und die widerrufenen;
revoke widerruft eines anhand seiner Kennung (--id=ID, wenn sie mit Strichen
beginnt). Beide fragen mit dem Admin-Token dieser Optionen den Server, der dort
lauscht, wo einer mit diesen Optionen es täte; antwortet keiner, lesen oder
schreiben sie die Datei tokens.db im Datenordner, nach der sich der nächste Start
richtet. Ein Server, der auf einem anderen Port läuft, bemerkt das erst dann.

Beispiele
  %1 token issue --sub alice --room project:7 --scope subscribe --ttl 8h
  %1 token issue --sub ci --scope publish --ttl 7d --config signalbox.ini
  %1 token inspect - &lt; token
  %1 token revoke Gd0mSN3RzUqJ2nHqO0s1bw
</translation>
    </message>
</context>
<context>
    <name>Signalbox::CommandLine</name>
    <message>
        <source>unexpected argument &apos;%1&apos;; see --help</source>
        <translation>unerwartetes Argument „%1“; siehe --help</translation>
    </message>
    <message>
        <source>unknown option %1; see --help</source>
        <translation>unbekannte Option %1; siehe --help</translation>
    </message>
    <message>
        <source>%1 is not available in this version</source>
        <translation>%1 ist in dieser Version nicht verfügbar</translation>
    </message>
    <message>
        <source>%1 needs a value: %1 %2</source>
        <translation>%1 benötigt einen Wert: %1 %2</translation>
    </message>
    <message>
        <source>%1 needs a value, but %2 follows</source>
        <translation>%1 benötigt einen Wert, aber es folgt %2</translation>
    </message>
    <message>
        <source>%1 takes no value</source>
        <translation>%1 nimmt keinen Wert</translation>
    </message>
</context>
<context>
    <name>Signalbox::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>A view or a command: type some of its letters</source>
        <translation>Eine Ansicht oder ein Befehl: geben Sie einige Buchstaben davon ein</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>Befehle suchen</translation>
    </message>
    <message>
        <source>%1    %2</source>
        <comment>command, keys</comment>
        <translation>%1    %2</translation>
    </message>
</context>
<context>
    <name>Signalbox::ConfigFile</name>
    <message>
        <source>is not UTF-8 text</source>
        <translation>ist kein UTF-8-Text</translation>
    </message>
    <message>
        <source>unknown section %1; there is only [General]</source>
        <translation>unbekannter Abschnitt %1; es gibt nur [General]</translation>
    </message>
    <message>
        <source>is not of the form key=value</source>
        <translation>hat nicht die Form key=value</translation>
    </message>
    <message>
        <source>has no key before the =</source>
        <translation>hat keinen Schlüssel vor dem =</translation>
    </message>
    <message>
        <source>%1 has no value</source>
        <translation>%1 hat keinen Wert</translation>
    </message>
</context>
<context>
    <name>Signalbox::ConfirmDialog</name>
    <message>
        <source>&amp;Do not ask again</source>
        <translation>&amp;Nicht mehr fragen</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiteres</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>What it is done to</source>
        <translation>Was davon betroffen ist</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Signalbox::ConnectionActions</name>
    <message>
        <source>&amp;Disconnect…</source>
        <translation>&amp;Trennen…</translation>
    </message>
    <message>
        <source>Close the selected connections for good</source>
        <translation>Die ausgewählten Verbindungen endgültig schließen</translation>
    </message>
    <message>
        <source>Disconnect &amp;all matching…</source>
        <translation>&amp;Alle Treffer trennen…</translation>
    </message>
    <message>
        <source>Close all connections that match the filter</source>
        <translation>Alle Verbindungen schließen, auf die der Filter passt</translation>
    </message>
    <message>
        <source>&amp;Join a room…</source>
        <translation>Einem Raum &amp;beitreten…</translation>
    </message>
    <message>
        <source>Put the selected connections into a room</source>
        <translation>Die ausgewählten Verbindungen in einen Raum aufnehmen</translation>
    </message>
    <message>
        <source>&amp;Leave a room…</source>
        <translation>Einen Raum &amp;verlassen…</translation>
    </message>
    <message>
        <source>Take the selected connections out of a room</source>
        <translation>Die ausgewählten Verbindungen aus einem Raum nehmen</translation>
    </message>
    <message>
        <source>&amp;Send an event…</source>
        <translation>Ein Ereignis &amp;senden…</translation>
    </message>
    <message>
        <source>Send an event to the selected connections alone</source>
        <translation>Ein Ereignis nur an die ausgewählten Verbindungen senden</translation>
    </message>
    <message>
        <source>&amp;Follow its events</source>
        <translation>Ereignissen &amp;folgen</translation>
    </message>
    <message>
        <source>Show the events that the selected connection gets</source>
        <translation>Die Ereignisse zeigen, die die ausgewählte Verbindung erhält</translation>
    </message>
    <message>
        <source>The console is read-only.</source>
        <translation>Die Konsole ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>Select a connection first.</source>
        <translation>Wählen Sie zuerst eine Verbindung aus.</translation>
    </message>
    <message>
        <source>Only one connection can be followed.</source>
        <translation>Es kann nur einer Verbindung gefolgt werden.</translation>
    </message>
    <message>
        <source>Write a filter first: this is for those that match it.</source>
        <translation>Schreiben Sie zuerst einen Filter: dies gilt für die Verbindungen, auf die er passt.</translation>
    </message>
    <message>
        <source>No connection matches the filter.</source>
        <translation>Auf keine Verbindung passt der Filter.</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>Disconnect %n client(s)? They are told not to come back.</source>
        <translation>
            <numerusform>%n Client trennen? Er wird angewiesen, nicht wiederzukommen.</numerusform>
            <numerusform>%n Clients trennen? Sie werden angewiesen, nicht wiederzukommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Disconnect all %n client(s) that match the filter? They are told not to come back.</source>
        <translation>
            <numerusform>Den %n Client trennen, auf den der Filter passt? Er wird angewiesen, nicht wiederzukommen.</numerusform>
            <numerusform>Alle %n Clients trennen, auf die der Filter passt? Sie werden angewiesen, nicht wiederzukommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message numerus="yes">
        <source>Disconnected %n client(s).</source>
        <translation>
            <numerusform>%n Client getrennt.</numerusform>
            <numerusform>%n Clients getrennt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Join a room</source>
        <translation>Einem Raum beitreten</translation>
    </message>
    <message numerus="yes">
        <source>Room that %n client(s) shall join:</source>
        <translation>
            <numerusform>Raum, dem %n Client beitreten soll:</numerusform>
            <numerusform>Raum, dem %n Clients beitreten sollen:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) joined %1.</source>
        <translation>
            <numerusform>%n Client ist %1 beigetreten.</numerusform>
            <numerusform>%n Clients sind %1 beigetreten.</numerusform>
        </translation>
    </message>
    <message>
        <source>The selected clients are in no room.</source>
        <translation>Die ausgewählten Clients sind in keinem Raum.</translation>
    </message>
    <message>
        <source>Leave a room</source>
        <translation>Einen Raum verlassen</translation>
    </message>
    <message numerus="yes">
        <source>Room that %n client(s) shall leave:</source>
        <translation>
            <numerusform>Raum, den %n Client verlassen soll:</numerusform>
            <numerusform>Raum, den %n Clients verlassen sollen:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n client(s) out of %1?</source>
        <translation>
            <numerusform>%n Client aus %1 nehmen?</numerusform>
            <numerusform>%n Clients aus %1 nehmen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Herausnehmen</translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) left %1.</source>
        <translation>
            <numerusform>%n Client hat %1 verlassen.</numerusform>
            <numerusform>%n Clients haben %1 verlassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>%n Client</numerusform>
            <numerusform>%n Clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sent to %n client(s).</source>
        <translation>
            <numerusform>An %n Client gesendet.</numerusform>
            <numerusform>An %n Clients gesendet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::ConnectionPane</name>
    <message>
        <source>%1 (%2)</source>
        <comment>bytes (messages)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%1 bytes in %n message(s)</source>
        <translation>
            <numerusform>%1 Byte in %n Nachricht</numerusform>
            <numerusform>%1 Byte in %n Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Lea&amp;ve</source>
        <translation>&amp;Verlassen</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>Wie sie endete</translation>
    </message>
    <message>
        <source>Headers of the handshake</source>
        <translation>Kopfzeilen des Handshakes</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Rooms and types</source>
        <translation>Räume und Typen</translation>
    </message>
    <message>
        <source>Handshake</source>
        <translation>Handshake</translation>
    </message>
    <message>
        <source>Last events</source>
        <translation>Letzte Ereignisse</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>User agent</source>
        <translation>User-Agent</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>Dialekt</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Untätig</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Umlaufzeit</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Token expires</source>
        <translation>Token läuft ab</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Räume</translation>
    </message>
    <message>
        <source>Subscribed types of events</source>
        <translation>Abonnierte Ereignistypen</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>Typen</translation>
    </message>
    <message numerus="yes">
        <source>%n connections are selected.</source>
        <translation>
            <numerusform>%n Verbindung ist ausgewählt.</numerusform>
            <numerusform>%n Verbindungen sind ausgewählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a connection to see its details.</source>
        <translation>Wählen Sie eine Verbindung aus, um ihre Details zu sehen.</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>noch nicht gemessen</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Rooms (%1) and types (%2)</source>
        <translation>Räume (%1) und Typen (%2)</translation>
    </message>
    <message>
        <source>The console is read-only.</source>
        <translation>Die Konsole ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>The connection has ended.</source>
        <translation>Die Verbindung ist beendet.</translation>
    </message>
    <message>
        <source>Select a room first.</source>
        <translation>Wählen Sie zuerst einen Raum aus.</translation>
    </message>
    <message>
        <source>Take the client out of the selected room</source>
        <translation>Den Client aus dem ausgewählten Raum nehmen</translation>
    </message>
    <message>
        <source>Stop &amp;following</source>
        <translation>Nicht mehr &amp;folgen</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>&amp;Folgen</translation>
    </message>
    <message>
        <source>Follow the client to see the events that it gets.</source>
        <translation>Folgen Sie dem Client, um die Ereignisse zu sehen, die er erhält.</translation>
    </message>
    <message>
        <source>Its events appear here as they are published.</source>
        <translation>Seine Ereignisse erscheinen hier, sobald sie veröffentlicht werden.</translation>
    </message>
    <message>
        <source>The last events that it got, newest first.</source>
        <translation>Die letzten Ereignisse, die er erhielt, neueste zuerst.</translation>
    </message>
    <message>
        <source>Not available: %1</source>
        <translation>Nicht verfügbar: %1</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>This connection ended at %1: %2</source>
        <translation>Diese Verbindung endete um %1: %2</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
</context>
<context>
    <name>Signalbox::ConnectionsModel</name>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>The session&apos;s id</source>
        <translation>Die Kennung der Sitzung</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Empty for an anonymous client</source>
        <translation>Leer bei einem anonymen Client</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>Dialekt</translation>
    </message>
    <message>
        <source>The protocol of its messages</source>
        <translation>Das Protokoll seiner Nachrichten</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>websocket or polling</source>
        <translation>websocket oder polling</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>Woher sie kommt</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Räume</translation>
    </message>
    <message>
        <source>How many rooms it is in</source>
        <translation>In wie vielen Räumen sie ist</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>Typen</translation>
    </message>
    <message>
        <source>How many types of events it has subscribed to</source>
        <translation>Wie viele Ereignistypen sie abonniert hat</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Bytes that wait to be sent</source>
        <translation>Bytes, die auf den Versand warten</translation>
    </message>
    <message>
        <source>Messages sent</source>
        <translation>Nachrichten gesendet</translation>
    </message>
    <message>
        <source>Messages to the client</source>
        <translation>Nachrichten an den Client</translation>
    </message>
    <message>
        <source>Messages received</source>
        <translation>Nachrichten empfangen</translation>
    </message>
    <message>
        <source>Messages from the client</source>
        <translation>Nachrichten vom Client</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Bytes to the client</source>
        <translation>Bytes an den Client</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Bytes from the client</source>
        <translation>Bytes vom Client</translation>
    </message>
    <message>
        <source>RTT</source>
        <translation>RTT</translation>
    </message>
    <message>
        <source>How long a ping takes there and back</source>
        <translation>Wie lange ein Ping hin und zurück braucht</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Since when. Filters compare how long that is</source>
        <translation>Seit wann. Filter vergleichen, wie lange das her ist</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Untätig</translation>
    </message>
    <message>
        <source>User agent</source>
        <translation>User-Agent</translation>
    </message>
    <message>
        <source>What the client calls itself</source>
        <translation>Wie sich der Client nennt</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>quiet</source>
        <translation>ruhig</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>langsam</translation>
    </message>
    <message>
        <source>active, quiet (it sent no message for a minute) or slow (data waits to be sent)</source>
        <translation>aktiv (active), ruhig (quiet: hat seit einer Minute keine Nachricht gesendet) oder langsam (slow: Daten warten auf den Versand)</translation>
    </message>
    <message>
        <source>Since the client last sent a message: a command, say. Heartbeats do not count</source>
        <translation>Seit der Client zuletzt eine Nachricht gesendet hat, etwa einen Befehl. Heartbeats zählen nicht</translation>
    </message>
</context>
<context>
    <name>Signalbox::ConnectionsView</name>
    <message>
        <source>No clients yet</source>
        <translation>Noch keine Clients</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Open connections</source>
        <translation>Offene Verbindungen</translation>
    </message>
    <message>
        <source>No connection matches the filter.</source>
        <translation>Auf keine Verbindung passt der Filter.</translation>
    </message>
    <message>
        <source>&amp;Copy the address</source>
        <translation>Adresse &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Open in the browser</source>
        <translation>Im &amp;Browser öffnen</translation>
    </message>
    <message>
        <source>Copied the address.</source>
        <translation>Die Adresse wurde kopiert.</translation>
    </message>
    <message>
        <source>Closed connections</source>
        <translation>Beendete Verbindungen</translation>
    </message>
    <message>
        <source>No connection has ended yet</source>
        <translation>Noch keine Verbindung wurde beendet</translation>
    </message>
    <message>
        <source>The last %1 that end are kept here, with the code and the reason.</source>
        <translation>Die letzten %1, die enden, bleiben hier stehen, mit Code und Grund.</translation>
    </message>
    <message>
        <source>Open (%1)</source>
        <translation>Offen (%1)</translation>
    </message>
    <message>
        <source>Closed (%1)</source>
        <translation>Beendet (%1)</translation>
    </message>
    <message>
        <source>No clients.</source>
        <translation>Keine Clients.</translation>
    </message>
    <message>
        <source>The server is starting.</source>
        <translation>Der Server startet.</translation>
    </message>
    <message>
        <source>To try it, open %1 in a browser.</source>
        <translation>Öffnen Sie zum Ausprobieren %1 in einem Browser.</translation>
    </message>
    <message>
        <source>The connection %1 is not there any more.</source>
        <translation>Die Verbindung %1 gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
</context>
<context>
    <name>Signalbox::ConsoleApplication</name>
    <message>
        <source>%1: %2</source>
        <comment>alert</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Signalbox::CredentialFile</name>
    <message>
        <source>must be the path of a file</source>
        <translation>muss der Pfad einer Datei sein</translation>
    </message>
    <message>
        <source>%1 is not a regular file</source>
        <translation>%1 ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>cannot read %1: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 is too large: at most %2 KiB</source>
        <translation>%1 ist zu groß: höchstens %2 KiB</translation>
    </message>
    <message>
        <source>%1 can be read by other users of this machine; chmod 600 keeps it private</source>
        <translation>%1 ist für andere Benutzer dieses Rechners lesbar; chmod 600 hält die Datei privat</translation>
    </message>
</context>
<context>
    <name>Signalbox::DataFolder</name>
    <message>
        <source>cannot write %1: %2; --data-dir names another folder</source>
        <translation>%1 kann nicht geschrieben werden: %2; --data-dir nennt einen anderen Ordner</translation>
    </message>
    <message>
        <source>no folder to keep data in: neither HOME nor XDG_DATA_HOME is set; --data-dir names one</source>
        <translation>kein Ordner für Daten: weder HOME noch XDG_DATA_HOME ist gesetzt; --data-dir nennt einen</translation>
    </message>
    <message>
        <source>it is a file</source>
        <translation>es ist eine Datei</translation>
    </message>
    <message>
        <source>%1 belongs to another user; remove it</source>
        <translation>%1 gehört einem anderen Benutzer; entfernen Sie die Datei</translation>
    </message>
    <message>
        <source>%1; remove it to have a new one made</source>
        <translation>%1; entfernen Sie die Datei, damit eine neue angelegt wird</translation>
    </message>
    <message>
        <source>%1 holds more than one secret; remove it to have a new one made</source>
        <translation>%1 enthält mehr als ein Geheimnis; entfernen Sie die Datei, damit eine neue angelegt wird</translation>
    </message>
    <message>
        <source>cannot write %1: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>cannot remove %1: %2</source>
        <translation>%1 kann nicht entfernt werden: %2</translation>
    </message>
</context>
<context>
    <name>Signalbox::DecodeTokenDialog</name>
    <message>
        <source>Decode and verify a token</source>
        <translation>Ein Token dekodieren und prüfen</translation>
    </message>
    <message>
        <source>&amp;Token:</source>
        <translation>&amp;Token:</translation>
    </message>
    <message>
        <source>Paste a token here. It stays on this machine.</source>
        <translation>Fügen Sie hier ein Token ein. Es bleibt auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Header and claims</source>
        <translation>Kopf und Claims</translation>
    </message>
    <message>
        <source>Header and claims of a JWT are shown here.</source>
        <translation>Hier stehen Kopf und Claims eines JWT.</translation>
    </message>
</context>
<context>
    <name>Signalbox::EmergencyDialog</name>
    <message>
        <source>Emergency stop</source>
        <translation>Not-Stopp</translation>
    </message>
    <message>
        <source>Stop all publishing?</source>
        <translation>Alles Veröffentlichen anhalten?</translation>
    </message>
    <message>
        <source>Every event that is published is refused until you set the switch back. It stays set when the server is restarted.</source>
        <translation>Jedes veröffentlichte Ereignis wird abgewiesen, bis Sie den Schalter zurückstellen. Er bleibt auch nach einem Neustart des Servers gesetzt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s) stay connected and get no new events.</source>
        <translation>
            <numerusform>%Ln Client bleibt verbunden und erhält keine neuen Ereignisse.</numerusform>
            <numerusform>%Ln Clients bleiben verbunden und erhalten keine neuen Ereignisse.</numerusform>
        </translation>
    </message>
    <message>
        <source>Such as: wrong prices from the feed</source>
        <translation>Etwa: falsche Preise aus der Quelle</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop publishing</source>
        <translation>Veröffentlichen anhalten</translation>
    </message>
    <message>
        <source>The console is read-only: nothing was changed.</source>
        <translation>Die Konsole ist schreibgeschützt: es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>End the emergency stop</source>
        <translation>Den Not-Stopp aufheben</translation>
    </message>
    <message>
        <source>Take events again? Publishers that were refused may all come at once.</source>
        <translation>Wieder Ereignisse annehmen? Abgewiesene Absender kommen womöglich alle auf einmal.</translation>
    </message>
    <message>
        <source>Take events again</source>
        <translation>Wieder Ereignisse annehmen</translation>
    </message>
    <message>
        <source>The emergency switch could not be set: %1</source>
        <translation>Der Not-Schalter konnte nicht gestellt werden: %1</translation>
    </message>
    <message>
        <source>Publishing is stopped.</source>
        <translation>Das Veröffentlichen ist angehalten.</translation>
    </message>
    <message>
        <source>Events are taken again.</source>
        <translation>Ereignisse werden wieder angenommen.</translation>
    </message>
    <message>
        <source>&amp;Reason, told to publishers and to every client:</source>
        <translation>&amp;Grund, der Absendern und allen Clients mitgeteilt wird:</translation>
    </message>
</context>
<context>
    <name>Signalbox::EmergencyFile</name>
    <message>
        <source>%1 does not hold an emergency state</source>
        <translation>%1 enthält keinen Zustand des Not-Schalters</translation>
    </message>
    <message>
        <source>cannot read %1: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
</context>
<context>
    <name>Signalbox::EventDetails</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>The event, or a command that publishes it</source>
        <translation>Das Ereignis oder einen Befehl, der es veröffentlicht</translation>
    </message>
    <message>
        <source>Publish again…</source>
        <translation>Erneut veröffentlichen…</translation>
    </message>
    <message>
        <source>Opens it in the publisher, where it can be changed first</source>
        <translation>Öffnet es in „Veröffentlichen“, wo es zuvor geändert werden kann</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Markieren</translation>
    </message>
    <message>
        <source>Marks the event (M); F3 leads from mark to mark</source>
        <translation>Markiert das Ereignis (M); F3 führt von Marke zu Marke</translation>
    </message>
    <message>
        <source>Select an event to read it.</source>
        <translation>Wählen Sie ein Ereignis aus, um es zu lesen.</translation>
    </message>
    <message>
        <source>The selected event as JSON</source>
        <translation>Das ausgewählte Ereignis als JSON</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Who would receive this?</source>
        <translation>Wer würde dies erhalten?</translation>
    </message>
    <message>
        <source>Connections that would get it if it were published now</source>
        <translation>Verbindungen, die es erhielten, wenn es jetzt veröffentlicht würde</translation>
    </message>
    <message>
        <source>As JSON</source>
        <translation>Als JSON</translation>
    </message>
    <message>
        <source>As a curl command</source>
        <translation>Als curl-Befehl</translation>
    </message>
    <message>
        <source>Select an event first.</source>
        <translation>Wählen Sie zuerst ein Ereignis aus.</translation>
    </message>
    <message>
        <source>%1 · delivered to %2</source>
        <translation>%1 · zugestellt an %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s)</source>
        <translation>
            <numerusform>%Ln Verbindung</numerusform>
            <numerusform>%Ln Verbindungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>Markiert</translation>
    </message>
    <message>
        <source>The console is read-only.</source>
        <translation>Die Konsole ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>The event is in the clipboard.</source>
        <translation>Das Ereignis ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The command is in the clipboard. Set SIGNALBOX_TOKEN before you run it.</source>
        <translation>Der Befehl ist in der Zwischenablage. Setzen Sie SIGNALBOX_TOKEN, bevor Sie ihn ausführen.</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Der Server wird gefragt…</translation>
    </message>
    <message>
        <source>Nobody: no connection is where it would go.</source>
        <translation>Niemand: dort, wohin es ginge, ist keine Verbindung.</translation>
    </message>
</context>
<context>
    <name>Signalbox::EventFamily</name>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>Workflow</translation>
    </message>
    <message>
        <source>Pull request</source>
        <translation>Pull Request</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>AI</source>
        <translation>KI</translation>
    </message>
    <message>
        <source>Bot</source>
        <translation>Bot</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstiges</translation>
    </message>
</context>
<context>
    <name>Signalbox::EventFields</name>
    <message>
        <source>Type, such as workflow.*</source>
        <translation>Typ, etwa workflow.*</translation>
    </message>
    <message>
        <source>A room that it goes to</source>
        <translation>Ein Raum, an den es geht</translation>
    </message>
    <message>
        <source>The user that it is for</source>
        <translation>Der Benutzer, für den es ist</translation>
    </message>
    <message>
        <source>Event id</source>
        <translation>Kennung des Ereignisses</translation>
    </message>
    <message>
        <source>Connections that it was delivered to</source>
        <translation>Verbindungen, denen es zugestellt wurde</translation>
    </message>
    <message>
        <source>Bytes of its body</source>
        <translation>Bytes seines Inhalts</translation>
    </message>
    <message>
        <source>Something in its body</source>
        <translation>Etwas in seinem Inhalt</translation>
    </message>
    <message>
        <source>How long ago it was accepted</source>
        <translation>Wie lange es her ist, dass es angenommen wurde</translation>
    </message>
</context>
<context>
    <name>Signalbox::EventTable</name>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <comment>events</comment>
        <translation>
            <numerusform>%Ln neues</numerusform>
            <numerusform>%Ln neue</numerusform>
        </translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neuestes</translation>
    </message>
    <message>
        <source>To the newest event, and on with what comes (End)</source>
        <translation>Zum neuesten Ereignis und weiter mit dem, was kommt (Ende)</translation>
    </message>
</context>
<context>
    <name>Signalbox::EventsModel</name>
    <message>
        <source>marked, %1</source>
        <translation>markiert, %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) skipped</source>
        <extracomment>Events that passed and are not in the list.</extracomment>
        <translation>
            <numerusform>%Ln Ereignis übersprungen</numerusform>
            <numerusform>%Ln Ereignisse übersprungen</numerusform>
        </translation>
    </message>
    <message>
        <source>More passed than is worth carrying to somebody who reads, or than is kept.</source>
        <translation>Es kamen mehr, als für Lesende sinnvoll ist oder als behalten wird.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln Byte</numerusform>
            <numerusform>%Ln Byte</numerusform>
        </translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Event id</source>
        <translation>Kennung des Ereignisses</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Räume</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Inhalt</translation>
    </message>
</context>
<context>
    <name>Signalbox::EventsView</name>
    <message>
        <source>Stop following</source>
        <translation>Nicht mehr folgen</translation>
    </message>
    <message>
        <source>Filter: type:workflow.* room:project:7 size&gt;10k</source>
        <translation>Filter: type:workflow.* room:project:7 size&gt;10k</translation>
    </message>
    <message>
        <source>Only matches</source>
        <translation>Nur Treffer</translation>
    </message>
    <message>
        <source>On: the filter hides what does not match. Off: F3 leads from match to match.</source>
        <translation>Ein: der Filter verbirgt, was nicht passt. Aus: F3 führt von Treffer zu Treffer.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Empties the list; the server&apos;s history stays.</source>
        <translation>Leert die Liste; der Verlauf des Servers bleibt.</translation>
    </message>
    <message>
        <source>Publish an event…</source>
        <translation>Ereignis veröffentlichen…</translation>
    </message>
    <message>
        <source>Mark or unmark</source>
        <translation>Markieren oder Marke entfernen</translation>
    </message>
    <message>
        <source>Next mark or match</source>
        <translation>Nächste Marke oder nächster Treffer</translation>
    </message>
    <message>
        <source>Previous mark or match</source>
        <translation>Vorige Marke oder voriger Treffer</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Als JSON kopieren</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Als curl kopieren</translation>
    </message>
    <message>
        <source>Who would receive this?</source>
        <translation>Wer würde dies erhalten?</translation>
    </message>
    <message>
        <source>Publish again…</source>
        <translation>Erneut veröffentlichen…</translation>
    </message>
    <message>
        <source>Clear the events</source>
        <translation>Ereignisse leeren</translation>
    </message>
    <message>
        <source>Following the connection %1: only events that it gets are shown.</source>
        <translation>Folgt der Verbindung %1: nur Ereignisse, die sie erhält, werden gezeigt.</translation>
    </message>
    <message>
        <source>No event matches the filter.</source>
        <translation>Auf kein Ereignis passt der Filter.</translation>
    </message>
    <message>
        <source>None of the events went to this connection.</source>
        <translation>Keines der Ereignisse ging an diese Verbindung.</translation>
    </message>
    <message>
        <source>No event is marked. M marks the selected one.</source>
        <translation>Kein Ereignis ist markiert. M markiert das ausgewählte.</translation>
    </message>
    <message>
        <source>So much does not go into the clipboard: export it instead.</source>
        <translation>So viel passt nicht in die Zwischenablage: exportieren Sie es stattdessen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) copied</source>
        <translation>
            <numerusform>%Ln Ereignis kopiert</numerusform>
            <numerusform>%Ln Ereignisse kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Only the type %1</source>
        <translation>Nur den Typ %1</translation>
    </message>
    <message>
        <source>Only the room %1</source>
        <translation>Nur den Raum %1</translation>
    </message>
    <message>
        <source>Show the room</source>
        <translation>Den Raum zeigen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Show what passed meanwhile, and go on (Ctrl+P)</source>
        <translation>Zeigen, was inzwischen kam, und weiter (Strg+P)</translation>
    </message>
    <message>
        <source>Hold the list still; what comes is kept aside (Ctrl+P)</source>
        <translation>Die Liste anhalten; was kommt, wird beiseitegelegt (Strg+P)</translation>
    </message>
    <message numerus="yes">
        <source>Paused. %Ln event(s) passed meanwhile.</source>
        <translation>
            <numerusform>Angehalten. Inzwischen kam %Ln Ereignis.</numerusform>
            <numerusform>Angehalten. Inzwischen kamen %Ln Ereignisse.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them cannot be shown.</source>
        <translation>
            <numerusform>%Ln davon kann nicht gezeigt werden.</numerusform>
            <numerusform>%Ln davon können nicht gezeigt werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>The buffer is %1 % full.</source>
        <translation>Der Puffer ist zu %1 % voll.</translation>
    </message>
    <message>
        <source>No events yet</source>
        <translation>Noch keine Ereignisse</translation>
    </message>
    <message>
        <source>No events for this connection yet</source>
        <translation>Noch keine Ereignisse für diese Verbindung</translation>
    </message>
    <message>
        <source>Events show here as they are published, over HTTP, Redis or the Publish page.</source>
        <translation>Ereignisse erscheinen hier, sobald sie veröffentlicht werden: über HTTP, Redis oder die Seite „Veröffentlichen“.</translation>
    </message>
    <message>
        <source>There is nothing to be exported.</source>
        <translation>Es gibt nichts zu exportieren.</translation>
    </message>
    <message>
        <source>Export events</source>
        <translation>Ereignisse exportieren</translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl);;CSV (*.csv)</source>
        <translation>JSON Lines (*.jsonl);;CSV (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) written to %1</source>
        <translation>
            <numerusform>%Ln Ereignis in %1 geschrieben</numerusform>
            <numerusform>%Ln Ereignisse in %1 geschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
</context>
<context>
    <name>Signalbox::Figures</name>
    <message>
        <source>%1 G</source>
        <comment>thousand millions</comment>
        <translation>%1 G</translation>
    </message>
    <message>
        <source>%1 M</source>
        <comment>millions</comment>
        <translation>%1 M</translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>per second</comment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 B</source>
        <comment>bytes</comment>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
</context>
<context>
    <name>Signalbox::Filter</name>
    <message>
        <source>Nothing stands before “OR”.</source>
        <translation>Vor „OR“ steht nichts.</translation>
    </message>
    <message>
        <source>Nothing stands after “OR”.</source>
        <translation>Nach „OR“ steht nichts.</translation>
    </message>
    <message>
        <source>The closing quote is missing.</source>
        <translation>Das schließende Anführungszeichen fehlt.</translation>
    </message>
    <message>
        <source>A blank must follow the closing quote.</source>
        <translation>Nach dem schließenden Anführungszeichen muss ein Leerzeichen folgen.</translation>
    </message>
    <message>
        <source>Nothing stands after “-”.</source>
        <translation>Nach „-“ steht nichts.</translation>
    </message>
    <message>
        <source>There is nothing between the quotes.</source>
        <translation>Zwischen den Anführungszeichen steht nichts.</translation>
    </message>
    <message>
        <source>There is no field “%1”. To search for the text, put it in quotes.</source>
        <translation>Es gibt kein Feld „%1“. Um nach dem Text zu suchen, setzen Sie ihn in Anführungszeichen.</translation>
    </message>
    <message>
        <source>There is no field “%1”. Did you mean “%2”?</source>
        <translation>Es gibt kein Feld „%1“. Meinten Sie „%2“?</translation>
    </message>
    <message>
        <source>A value is missing after “%1”.</source>
        <translation>Nach „%1“ fehlt ein Wert.</translation>
    </message>
    <message>
        <source>“%1” is text, which is neither more nor less. Write “:”.</source>
        <translation>„%1“ ist Text und damit weder größer noch kleiner. Schreiben Sie „:“.</translation>
    </message>
    <message>
        <source>“%1” is no duration. Write it as 90s, 5m, 1h or 250ms.</source>
        <translation>„%1“ ist keine Dauer. Schreiben Sie 90s, 5m, 1h oder 250ms.</translation>
    </message>
    <message>
        <source>“%1” is no number. Write it as 4408, 10k, 1.5M or 10..20.</source>
        <translation>„%1“ ist keine Zahl. Schreiben Sie 4408, 10k, 1.5M oder 10..20.</translation>
    </message>
</context>
<context>
    <name>Signalbox::FilterBar</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter error</source>
        <translation>Fehler im Filter</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>At %1: %2</source>
        <translation>Bei %1: %2</translation>
    </message>
    <message>
        <source>Words search all texts.
user:anna idle&gt;60 queue&gt;=10k – fields
-user:bob – all but bob
room:project:* – * is any text
&quot;two words&quot;, a OR b, code:4400..4499
Durations: 500ms, 90s, 5m, 1h</source>
        <translation>Wörter durchsuchen alle Texte.
user:anna idle&gt;60 queue&gt;=10k – Felder
-user:bob – alle außer bob
room:project:* – * ist beliebiger Text
&quot;zwei Wörter&quot;, a OR b, code:4400..4499
Dauern: 500ms, 90s, 5m, 1h</translation>
    </message>
</context>
<context>
    <name>Signalbox::FrontDoor</name>
    <message>
        <source>Cannot listen on %1 port %2: %3</source>
        <translation>Auf %1 Port %2 kann nicht gelauscht werden: %3</translation>
    </message>
    <message>
        <source>QHttpServer does not take the listening socket</source>
        <translation>QHttpServer nimmt den lauschenden Socket nicht an</translation>
    </message>
</context>
<context>
    <name>Signalbox::HealthPanel</name>
    <message>
        <source>healthy</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>degraded</source>
        <translation>eingeschränkt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>ausgefallen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>component: state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet…</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation>Veröffentlichen</translation>
    </message>
</context>
<context>
    <name>Signalbox::HelpText</name>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>Storage and limits</source>
        <translation>Speicher und Grenzen</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>default: %1</source>
        <translation>Vorgabe: %1</translation>
    </message>
    <message>
        <source>may be repeated</source>
        <translation>mehrfach möglich</translation>
    </message>
    <message>
        <source>Look around, with events to see; then open http://localhost:8001/client:</source>
        <translation>Zum Umsehen, mit Ereignissen; öffnen Sie dann http://localhost:8001/client:</translation>
    </message>
    <message>
        <source>Serve in production, behind a proxy on this machine:</source>
        <translation>Produktiv betreiben, hinter einem Proxy auf diesem Rechner:</translation>
    </message>
    <message>
        <source>Take everything from a file:</source>
        <translation>Alles aus einer Datei nehmen:</translation>
    </message>
    <message>
        <source>Usage: %1 [options]</source>
        <translation>Aufruf: %1 [Optionen]</translation>
    </message>
    <message>
        <source>       %1 check-config [options]</source>
        <translation>        %1 check-config [Optionen]</translation>
    </message>
    <message>
        <source>       %1 token issue|inspect ...  (see %1 token --help)</source>
        <translation>        %1 token issue|inspect ...  (siehe %1 token --help)</translation>
    </message>
    <message>
        <source>Signalbox takes events in and sends them on to live clients: Socket.IO and WebSocket, on one port.</source>
        <translation>Signalbox nimmt Ereignisse an und sendet sie an verbundene Clients weiter: Socket.IO und WebSocket auf einem Port.</translation>
    </message>
    <message>
        <source>The command line comes before the environment, the environment before the file of --config. Names in square brackets are environment variables; where an option may be repeated, theirs and the file&apos;s take a list with commas (tokens excepted). A switch can be turned off: --no-demo. Times are seconds, or 500ms; sizes are bytes, or 64K, 1M, 1G.</source>
        <translation>Die Befehlszeile geht der Umgebung vor, die Umgebung der Datei von --config. Namen in eckigen Klammern sind Umgebungsvariablen; wo eine Option mehrfach möglich ist, nehmen Umgebung und Datei eine Liste mit Kommas (außer bei Token). Ein Schalter lässt sich ausschalten: --no-demo. Zeiten sind Sekunden oder 500ms; Größen sind Byte oder 64K, 1M, 1G.</translation>
    </message>
    <message>
        <source>SIGTERM and SIGINT end the server in good order. SIGHUP reads tokens, keys, origins, proxies and the log&apos;s options again.</source>
        <translation>SIGTERM und SIGINT beenden den Server geordnet. SIGHUP liest Token, Schlüssel, Origins, Proxys und die Optionen des Protokolls neu ein.</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
</context>
<context>
    <name>Signalbox::HelpView</name>
    <message>
        <source>Search the guide</source>
        <translation>Handbuch durchsuchen</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Try fewer or other words.</source>
        <translation>Versuchen Sie es mit weniger oder anderen Wörtern.</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>%1 › %2</source>
        <comment>document, section</comment>
        <translation>%1 › %2</translation>
    </message>
    <message>
        <source>%1 cannot be opened here.</source>
        <translation>%1 kann hier nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
</context>
<context>
    <name>Signalbox::IssueTokenDialog</name>
    <message>
        <source>&amp;Only these rooms:</source>
        <translation>&amp;Nur diese Räume:</translation>
    </message>
    <message>
        <source>&amp;subscribe</source>
        <translation>a&amp;bonnieren (subscribe)</translation>
    </message>
    <message>
        <source>&amp;publish</source>
        <translation>&amp;veröffentlichen (publish)</translation>
    </message>
    <message>
        <source>&amp;admin: may do everything an operator may</source>
        <translation>a&amp;dmin: darf alles, was ein Betreiber darf</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Issue a token</source>
        <translation>Ein Token ausstellen</translation>
    </message>
    <message>
        <source>such as alice</source>
        <translation>etwa alice</translation>
    </message>
    <message>
        <source>a note for the list, such as “Alice&apos;s laptop”</source>
        <translation>eine Notiz für die Liste, etwa „Alices Laptop“</translation>
    </message>
    <message>
        <source>such as project:7 agent:*</source>
        <translation>etwa project:7 agent:*</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Räume</translation>
    </message>
    <message>
        <source>Otherwise it may join every workflow, bot and strategy, and the default rooms.</source>
        <translation>Sonst darf es jedem workflow, bot und strategy sowie den Standardräumen beitreten.</translation>
    </message>
    <message>
        <source>Lifetime</source>
        <translation>Gültigkeitsdauer</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Unit of the lifetime</source>
        <translation>Einheit der Gültigkeitsdauer</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>S&amp;ubject:</source>
        <translation>S&amp;ubjekt:</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>Na&amp;me:</translation>
    </message>
    <message>
        <source>Rooms:</source>
        <translation>Räume:</translation>
    </message>
    <message>
        <source>Scopes:</source>
        <translation>Scopes:</translation>
    </message>
    <message>
        <source>&amp;Lifetime:</source>
        <translation>&amp;Gültigkeitsdauer:</translation>
    </message>
    <message>
        <source>&amp;Issue</source>
        <translation>&amp;Ausstellen</translation>
    </message>
    <message>
        <source>Copy it now: it is shown this once, and kept nowhere.</source>
        <translation>Kopieren Sie es jetzt: es wird nur dieses eine Mal gezeigt und nirgends aufbewahrt.</translation>
    </message>
    <message>
        <source>The token</source>
        <translation>Das Token</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>A token needs a subject: the user it is for.</source>
        <translation>Ein Token benötigt ein Subjekt: den Benutzer, für den es gilt.</translation>
    </message>
    <message>
        <source>A subject has 1 to 255 bytes, without control characters and *.</source>
        <translation>Ein Subjekt hat 1 bis 255 Byte, ohne Steuerzeichen und *.</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>Der Name ist zu lang.</translation>
    </message>
    <message>
        <source>“%1” is neither a room such as project:7 nor all of a kind such as project:*.</source>
        <translation>„%1“ ist weder ein Raum wie project:7 noch alle einer Art wie project:*.</translation>
    </message>
    <message>
        <source>Choose one scope at least.</source>
        <translation>Wählen Sie mindestens einen Scope.</translation>
    </message>
    <message>
        <source>A token lives 365 days at most.</source>
        <translation>Ein Token gilt höchstens 365 Tage.</translation>
    </message>
    <message>
        <source>The token of %1, valid until %2:</source>
        <translation>Das Token von %1, gültig bis %2:</translation>
    </message>
    <message>
        <source>A token was issued</source>
        <translation>Ein Token wurde ausgestellt</translation>
    </message>
    <message>
        <source>&amp;Copied</source>
        <translation>&amp;Kopiert</translation>
    </message>
</context>
<context>
    <name>Signalbox::JsonEditor</name>
    <message>
        <source>JSON editor</source>
        <translation>JSON-Editor</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formatieren</translation>
    </message>
    <message>
        <source>Indent the text (Ctrl+Shift+F). Numbers and strings stay as written.</source>
        <translation>Rückt den Text ein (Strg+Umschalt+F). Zahlen und Zeichenketten bleiben wie geschrieben.</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>Valid JSON</source>
        <translation>Gültiges JSON</translation>
    </message>
</context>
<context>
    <name>Signalbox::JsonView</name>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Showing %1…</source>
        <translation>%1 wird gezeigt…</translation>
    </message>
    <message>
        <source>Indented, the text is too large to be shown to its end.</source>
        <translation>Eingerückt ist der Text zu lang, um bis zum Ende gezeigt zu werden.</translation>
    </message>
    <message>
        <source>This is the beginning of %1.</source>
        <translation>Dies ist der Anfang von %1.</translation>
    </message>
</context>
<context>
    <name>Signalbox::JwtKeys</name>
    <message>
        <source>--jwt-secret-file or JWT_SECRET</source>
        <translation>--jwt-secret-file oder JWT_SECRET</translation>
    </message>
</context>
<context>
    <name>Signalbox::JwtSecret</name>
    <message>
        <source>The signing key was configured (--jwt-secret-file or JWT_SECRET): put a new one before it there</source>
        <translation>Der Signierschlüssel wurde konfiguriert (--jwt-secret-file oder JWT_SECRET): setzen Sie dort einen neuen davor</translation>
    </message>
</context>
<context>
    <name>Signalbox::Language</name>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
</context>
<context>
    <name>Signalbox::LogModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Filters compare how long ago that is</source>
        <translation>Filter vergleichen, wie lange das her ist</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>debug, info, warning or error</source>
        <translation>debug, info, warning oder error</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>debug</source>
        <translation>Debug</translation>
    </message>
    <message>
        <source>info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>Signalbox::LogView</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>No line matches the filter.</source>
        <translation>Auf keine Zeile passt der Filter.</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Alle Stufen</translation>
    </message>
    <message>
        <source>Info and above</source>
        <translation>Ab Info</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Warnungen und Fehler</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Clear what is shown here. The server&apos;s own log stays.</source>
        <translation>Leert die Anzeige. Das Protokoll des Servers selbst bleibt.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Log state</source>
        <translation>Stand des Protokolls</translation>
    </message>
    <message>
        <source>Nothing was logged yet</source>
        <translation>Noch nichts protokolliert</translation>
    </message>
    <message>
        <source>Lines appear here when clients connect, are refused or leave, when somebody changes something, and when something goes wrong.</source>
        <translation>Zeilen erscheinen hier, wenn Clients sich verbinden, abgewiesen werden oder gehen, wenn jemand etwas ändert und wenn etwas schiefgeht.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Show what has come meanwhile (Ctrl+P)</source>
        <translation>Zeigen, was inzwischen kam (Strg+P)</translation>
    </message>
    <message>
        <source>Keep the lines in place to read them (Ctrl+P)</source>
        <translation>Die Zeilen zum Lesen stehen lassen (Strg+P)</translation>
    </message>
    <message numerus="yes">
        <source>Paused. %n line(s) came since.</source>
        <translation>
            <numerusform>Angehalten. Seither kam %n Zeile.</numerusform>
            <numerusform>Angehalten. Seither kamen %n Zeilen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) came too fast to be shown.</source>
        <translation>
            <numerusform>%n Zeile kam zu schnell, um gezeigt zu werden.</numerusform>
            <numerusform>%n Zeilen kamen zu schnell, um gezeigt zu werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Older lines than the last %1 are not kept here.</source>
        <translation>Ältere Zeilen als die letzten %1 werden hier nicht behalten.</translation>
    </message>
</context>
<context>
    <name>Signalbox::Main</name>
    <message>
        <source>Console:
  --read-only              nothing can be changed from the window
  -platform offscreen      no window
</source>
        <translation>Konsole:
  --read-only              im Fenster kann nichts geändert werden
  -platform offscreen      kein Fenster
</translation>
    </message>
    <message>
        <source>The server cannot start</source>
        <translation>Der Server kann nicht starten</translation>
    </message>
</context>
<context>
    <name>Signalbox::MainWindow</name>
    <message>
        <source>Take events again…</source>
        <translation>Wieder Ereignisse annehmen…</translation>
    </message>
    <message>
        <source>Signalbox</source>
        <translation>Signalbox</translation>
    </message>
    <message>
        <source>The server is draining: it takes no new clients and ends when the last one is gone.</source>
        <translation>Der Server fährt herunter: er nimmt keine neuen Clients an und endet, wenn der letzte gegangen ist.</translation>
    </message>
    <message>
        <source>The console is read-only</source>
        <translation>Die Konsole ist schreibgeschützt</translation>
    </message>
    <message>
        <source>Refuse every event that is published</source>
        <translation>Jedes veröffentlichte Ereignis abweisen</translation>
    </message>
    <message>
        <source>Publishing is stopped: every event is refused.</source>
        <translation>Das Veröffentlichen ist angehalten: jedes Ereignis wird abgewiesen.</translation>
    </message>
    <message>
        <source>Publishing is stopped: every event is refused. Reason: %1</source>
        <translation>Das Veröffentlichen ist angehalten: jedes Ereignis wird abgewiesen. Grund: %1</translation>
    </message>
    <message>
        <source>Take &amp;events again…</source>
        <translation>Wieder &amp;Ereignisse annehmen…</translation>
    </message>
    <message>
        <source>&amp;Emergency stop…</source>
        <translation>N&amp;ot-Stopp…</translation>
    </message>
    <message>
        <source>Signalbox – %1</source>
        <translation>Signalbox – %1</translation>
    </message>
</context>
<context>
    <name>Signalbox::MembersModel</name>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>Dialekt</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Räume</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Bytes that wait to be sent to it</source>
        <translation>Bytes, die auf den Versand an sie warten</translation>
    </message>
</context>
<context>
    <name>Signalbox::MembersView</name>
    <message>
        <source>Show connection</source>
        <translation>Verbindung zeigen</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s)</source>
        <translation>
            <numerusform>%Ln Verbindung</numerusform>
            <numerusform>%Ln Verbindungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, the first %2 are listed</source>
        <translation>%1, die ersten %2 sind aufgeführt</translation>
    </message>
</context>
<context>
    <name>Signalbox::MetricTile</name>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
</context>
<context>
    <name>Signalbox::OperatorCommand</name>
    <message>
        <source>token needs issue, inspect, list or revoke; see %1 token --help</source>
        <translation>token benötigt issue, inspect, list oder revoke; siehe %1 token --help</translation>
    </message>
</context>
<context>
    <name>Signalbox::OptionFields</name>
    <message>
        <source>%1: a token of less than %2 characters can be guessed</source>
        <translation>%1: ein Token mit weniger als %2 Zeichen lässt sich erraten</translation>
    </message>
    <message>
        <source>there are more than %1 JWT keys</source>
        <translation>es gibt mehr als %1 JWT-Schlüssel</translation>
    </message>
    <message>
        <source>%1 holds %2 tokens; there is one admin token</source>
        <translation>%1 enthält %2 Token; es gibt nur ein Admin-Token</translation>
    </message>
    <message>
        <source>%1 holds %2 bytes; a JWT secret must have at least %3</source>
        <translation>%1 enthält %2 Byte; ein JWT-Geheimnis muss mindestens %3 haben</translation>
    </message>
    <message>
        <source>%1 holds a private key; the server needs the public one alone, and the private one is safer elsewhere</source>
        <translation>%1 enthält einen privaten Schlüssel; der Server braucht nur den öffentlichen, und der private ist anderswo sicherer</translation>
    </message>
    <message>
        <source>%1 holds no key</source>
        <translation>%1 enthält keinen Schlüssel</translation>
    </message>
</context>
<context>
    <name>Signalbox::OptionTable</name>
    <message>
        <source>Listen on this IP address; localhost is both loopback addresses, :: everything over IPv4 and IPv6.</source>
        <translation>Auf dieser IP-Adresse lauschen; localhost sind beide Loopback-Adressen, :: alles über IPv4 und IPv6.</translation>
    </message>
    <message>
        <source>127.0.0.1 and ::1; in production ::</source>
        <translation>127.0.0.1 und ::1; in production ::</translation>
    </message>
    <message>
        <source>Listen on this port; 0 picks a free one.</source>
        <translation>Auf diesem Port lauschen; 0 wählt einen freien.</translation>
    </message>
    <message>
        <source>Let web pages of this origin in (scheme://host[:port], or * for all). Pages from this server may always.</source>
        <translation>Webseiten dieses Origins zulassen (scheme://host[:port] oder * für alle). Seiten von diesem Server dürfen immer.</translation>
    </message>
    <message>
        <source>*; in production none</source>
        <translation>*; in production keine</translation>
    </message>
    <message>
        <source>Believe the X-Forwarded-For, -Proto and -Host headers of this address or block of addresses.</source>
        <translation>Den Kopfzeilen X-Forwarded-For, -Proto und -Host dieser Adresse oder dieses Adressblocks glauben.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Choose the defaults. Production requires authentication, and starts only with an auth token, a JWT key or --allow-anonymous.</source>
        <translation>Die Vorgaben wählen. Production verlangt Authentifizierung und startet nur mit einem Auth-Token, einem JWT-Schlüssel oder --allow-anonymous.</translation>
    </message>
    <message>
        <source>development</source>
        <translation>development</translation>
    </message>
    <message>
        <source>A token that may subscribe and publish. Other users of this machine can see it on the command line: a file is better.</source>
        <translation>Ein Token, das abonnieren und veröffentlichen darf. Andere Benutzer dieses Rechners können es auf der Befehlszeile sehen: eine Datei ist besser.</translation>
    </message>
    <message>
        <source>The same from a file: one token per line, # starts a comment.</source>
        <translation>Dasselbe aus einer Datei: ein Token pro Zeile, # beginnt einen Kommentar.</translation>
    </message>
    <message>
        <source>The operator&apos;s token, alone in a file.</source>
        <translation>Das Token des Betreibers, allein in einer Datei.</translation>
    </message>
    <message>
        <source>a random one in the data folder</source>
        <translation>ein zufälliges im Datenordner</translation>
    </message>
    <message>
        <source>The operator&apos;s token itself.</source>
        <translation>Das Token des Betreibers selbst.</translation>
    </message>
    <message>
        <source>A secret that signs JWTs (HS256, HS384, HS512), alone in a file, of 32 bytes or more. The first signs the tokens issued here.</source>
        <translation>Ein Geheimnis, das JWTs signiert (HS256, HS384, HS512), allein in einer Datei, mit mindestens 32 Byte. Das erste signiert die hier ausgestellten Token.</translation>
    </message>
    <message>
        <source>The secret itself.</source>
        <translation>Das Geheimnis selbst.</translation>
    </message>
    <message>
        <source>A public key (PEM) that JWTs of others are signed for: with --jwt-algorithm RS256 or ES256.</source>
        <translation>Ein öffentlicher Schlüssel (PEM), mit dem fremde JWTs geprüft werden: mit --jwt-algorithm RS256 oder ES256.</translation>
    </message>
    <message>
        <source>How JWTs of others are signed. What a token says about it never counts.</source>
        <translation>Wie fremde JWTs signiert sind. Was ein Token darüber sagt, zählt nie.</translation>
    </message>
    <message>
        <source>HS256</source>
        <translation>HS256</translation>
    </message>
    <message>
        <source>Take JWTs of others only if their iss is exactly this.</source>
        <translation>Fremde JWTs nur annehmen, wenn ihr iss genau dies ist.</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>Take JWTs of others only if their aud has this.</source>
        <translation>Fremde JWTs nur annehmen, wenn ihr aud dies enthält.</translation>
    </message>
    <message>
        <source>The claim that names the user in JWTs of others.</source>
        <translation>Der Claim, der in fremden JWTs den Benutzer nennt.</translation>
    </message>
    <message>
        <source>sub</source>
        <translation>sub</translation>
    </message>
    <message>
        <source>Rooms that a token without a rooms claim may join, besides every workflow, bot and strategy: names, or all of a kind such as project:*, with blanks or commas between.</source>
        <translation>Räume, denen ein Token ohne Claim rooms beitreten darf, zusätzlich zu jedem workflow, bot und strategy: Namen oder alle einer Art wie project:*, getrennt durch Leerzeichen oder Kommas.</translation>
    </message>
    <message>
        <source>Let nobody subscribe or publish without a token.</source>
        <translation>Niemanden ohne Token abonnieren oder veröffentlichen lassen.</translation>
    </message>
    <message>
        <source>off; in production on</source>
        <translation>aus; in production ein</translation>
    </message>
    <message>
        <source>Let everybody subscribe in spite of --require-auth; publishing still needs a token.</source>
        <translation>Trotz --require-auth alle abonnieren lassen; zum Veröffentlichen braucht es weiterhin ein Token.</translation>
    </message>
    <message>
        <source>Keep what must survive a restart here.</source>
        <translation>Hier aufbewahren, was einen Neustart überdauern muss.</translation>
    </message>
    <message>
        <source>~/.local/share/signalbox</source>
        <translation>~/.local/share/signalbox</translation>
    </message>
    <message>
        <source>Keep this many events per room for those who come later.</source>
        <translation>So viele Ereignisse pro Raum für die aufbewahren, die später kommen.</translation>
    </message>
    <message>
        <source>Keep at most this much over all rooms; those idle longest are forgotten first.</source>
        <translation>Über alle Räume höchstens so viel aufbewahren; die am längsten ruhenden werden zuerst vergessen.</translation>
    </message>
    <message>
        <source>Refuse messages and request bodies over this size.</source>
        <translation>Nachrichten und Anfragen über dieser Größe abweisen.</translation>
    </message>
    <message>
        <source>Close a connection that has this much waiting as too slow.</source>
        <translation>Eine Verbindung, bei der so viel wartet, als zu langsam schließen.</translation>
    </message>
    <message>
        <source>Let one connection be in this many rooms.</source>
        <translation>Eine Verbindung in so vielen Räumen sein lassen.</translation>
    </message>
    <message>
        <source>Let one connection, and one user, send this many commands a second, and BURST of them at once (2048 if not given).</source>
        <translation>Einer Verbindung und einem Benutzer so viele Befehle pro Sekunde erlauben und BURST davon auf einmal (2048, wenn nicht angegeben).</translation>
    </message>
    <message>
        <source>Let one credential publish this many events a second, and BURST of them at once (a second&apos;s worth if not given).</source>
        <translation>Einem Zugang so viele Veröffentlichungen pro Sekunde erlauben und BURST davon auf einmal (so viele wie in einer Sekunde, wenn nicht angegeben).</translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>Ask every client this often whether it is still there.</source>
        <translation>Jeden Client so oft fragen, ob er noch da ist.</translation>
    </message>
    <message>
        <source>Close a connection that has not answered for this long.</source>
        <translation>Eine Verbindung schließen, die so lange nicht geantwortet hat.</translation>
    </message>
    <message>
        <source>Take this long to send all clients away on SIGTERM.</source>
        <translation>Sich bei SIGTERM so lange Zeit nehmen, alle Clients fortzuschicken.</translation>
    </message>
    <message>
        <source>Write the log, which goes to standard error, for people or for programs.</source>
        <translation>Das Protokoll, das auf die Standardfehlerausgabe geht, für Menschen oder für Programme schreiben.</translation>
    </message>
    <message>
        <source>text; in production json</source>
        <translation>text; in production json</translation>
    </message>
    <message>
        <source>Log what is at least this important; debug logs every event.</source>
        <translation>Protokollieren, was mindestens so wichtig ist; debug protokolliert jedes Ereignis.</translation>
    </message>
    <message>
        <source>info</source>
        <translation>info</translation>
    </message>
    <message>
        <source>Run a simulated workflow engine, to have something to see.</source>
        <translation>Eine simulierte Workflow-Engine betreiben, damit es etwas zu sehen gibt.</translation>
    </message>
    <message>
        <source>Let it publish this fast.</source>
        <translation>So schnell soll sie veröffentlichen.</translation>
    </message>
    <message>
        <source>Let it tell the same story at every start.</source>
        <translation>Sie bei jedem Start dieselbe Geschichte erzählen lassen.</translation>
    </message>
    <message>
        <source>another story each time</source>
        <translation>jedes Mal eine andere Geschichte</translation>
    </message>
    <message>
        <source>Read options from this INI file, as lines of name=value with the names above without dashes.</source>
        <translation>Optionen aus dieser INI-Datei lesen, als Zeilen name=value mit den obigen Namen ohne Striche.</translation>
    </message>
    <message>
        <source>Show this help and exit.</source>
        <translation>Diese Hilfe zeigen und beenden.</translation>
    </message>
    <message>
        <source>Show the version and exit.</source>
        <translation>Die Version zeigen und beenden.</translation>
    </message>
    <message>
        <source>When the file of tokens was corrupt or cannot be read: refuse the older tokens that were issued here, any of which may have been revoked, or let them in.</source>
        <translation>Wenn die Token-Datei beschädigt war oder nicht gelesen werden kann: die älteren hier ausgestellten Token, von denen jedes widerrufen sein kann, ablehnen (deny) oder zulassen (allow).</translation>
    </message>
    <message>
        <source>deny</source>
        <translation>deny</translation>
    </message>
</context>
<context>
    <name>Signalbox::OptionValues</name>
    <message>
        <source>must be a whole number from %1 to %2</source>
        <translation>muss eine ganze Zahl von %1 bis %2 sein</translation>
    </message>
    <message>
        <source>must be a whole number from 0 to 18446744073709551615</source>
        <translation>muss eine ganze Zahl von 0 bis 18446744073709551615 sein</translation>
    </message>
    <message>
        <source>must be a number from %1 to %2</source>
        <translation>muss eine Zahl von %1 bis %2 sein</translation>
    </message>
    <message>
        <source>must be a number of bytes from %1 to %2, such as 65536, 64K or 1M</source>
        <translation>muss eine Anzahl Byte von %1 bis %2 sein, etwa 65536, 64K oder 1M</translation>
    </message>
    <message>
        <source>must be a time from %1 to %2, such as 25, 2.5s or 500ms</source>
        <translation>muss eine Zeit von %1 bis %2 sein, etwa 25, 2.5s oder 500ms</translation>
    </message>
    <message>
        <source>must be a time such as 90s, 15m, 1h or 7d, of at most %1 days</source>
        <translation>muss eine Zeit wie 90s, 15m, 1h oder 7d sein, höchstens %1 Tage</translation>
    </message>
    <message>
        <source>must be true or false (or 1, 0, yes, no, on, off)</source>
        <translation>muss true oder false sein (oder 1, 0, yes, no, on, off)</translation>
    </message>
    <message>
        <source>must be development or production</source>
        <translation>muss development oder production sein</translation>
    </message>
    <message>
        <source>must be text or json</source>
        <translation>muss text oder json sein</translation>
    </message>
    <message>
        <source>must be debug, info, warning or error</source>
        <translation>muss debug, info, warning oder error sein</translation>
    </message>
    <message>
        <source>must be an IP address of this machine, or localhost</source>
        <translation>muss eine IP-Adresse dieses Rechners oder localhost sein</translation>
    </message>
    <message>
        <source>must be * or an origin such as https://example.org, without a path</source>
        <translation>muss * oder ein Origin wie https://example.org ohne Pfad sein</translation>
    </message>
    <message>
        <source>must be an IP address or a block of them such as 10.0.0.0/8</source>
        <translation>muss eine IP-Adresse oder ein Adressblock wie 10.0.0.0/8 sein</translation>
    </message>
    <message>
        <source>an empty token is no protection</source>
        <translation>ein leeres Token schützt nicht</translation>
    </message>
    <message>
        <source>a token cannot start or end with a space</source>
        <translation>ein Token darf nicht mit einem Leerzeichen beginnen oder enden</translation>
    </message>
    <message>
        <source>a token cannot hold control characters</source>
        <translation>ein Token darf keine Steuerzeichen enthalten</translation>
    </message>
    <message>
        <source>a token cannot be longer than %1 bytes</source>
        <translation>ein Token darf nicht länger als %1 Byte sein</translation>
    </message>
    <message>
        <source>a JWT secret must have at least %1 bytes; openssl rand -hex 32 makes a good one</source>
        <translation>ein JWT-Geheimnis muss mindestens %1 Byte haben; openssl rand -hex 32 erzeugt ein gutes</translation>
    </message>
    <message>
        <source>a JWT secret cannot be longer than %1 bytes</source>
        <translation>ein JWT-Geheimnis darf nicht länger als %1 Byte sein</translation>
    </message>
    <message>
        <source>must be HS256, HS384, HS512, RS256 or ES256</source>
        <translation>muss HS256, HS384, HS512, RS256 oder ES256 sein</translation>
    </message>
    <message>
        <source>must be 1-%1 bytes of text</source>
        <translation>muss 1-%1 Byte Text sein</translation>
    </message>
    <message>
        <source>%1 is neither a room such as project:7 nor all of a kind such as project:*</source>
        <translation>%1 ist weder ein Raum wie project:7 noch alle einer Art wie project:*</translation>
    </message>
    <message>
        <source>must name rooms, such as project:7 or project:*</source>
        <translation>muss Räume nennen, etwa project:7 oder project:*</translation>
    </message>
    <message>
        <source>must be RATE or RATE:BURST, such as 50 or 50:2048, or unlimited; a rate is 0.01-%1 a second, a burst 1-%1</source>
        <translation>muss RATE oder RATE:BURST sein, etwa 50 oder 50:2048, oder unlimited; RATE ist 0.01-%1 pro Sekunde, BURST 1-%1</translation>
    </message>
    <message>
        <source>must be a path</source>
        <translation>muss ein Pfad sein</translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>must be deny or allow</source>
        <translation>muss deny oder allow sein</translation>
    </message>
</context>
<context>
    <name>Signalbox::OptionsParser</name>
    <message>
        <source>%1 (%2) is not available in this version</source>
        <translation>%1 (%2) ist in dieser Version nicht verfügbar</translation>
    </message>
    <message>
        <source>unknown option %1</source>
        <translation>unbekannte Option %1</translation>
    </message>
    <message>
        <source>%1 is not available in this version</source>
        <translation>%1 ist in dieser Version nicht verfügbar</translation>
    </message>
    <message>
        <source>%1 stands in line %2 already</source>
        <translation>%1 steht bereits in Zeile %2</translation>
    </message>
    <message>
        <source>%1 holds a token and can be read by other users of this machine</source>
        <translation>%1 enthält ein Token und ist für andere Benutzer dieses Rechners lesbar</translation>
    </message>
    <message>
        <source>command line</source>
        <translation>Befehlszeile</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>--jwt-public-key-file needs --jwt-algorithm RS256 or ES256, not %1</source>
        <translation>--jwt-public-key-file benötigt --jwt-algorithm RS256 oder ES256, nicht %1</translation>
    </message>
    <message>
        <source>--jwt-algorithm %1 needs --jwt-public-key-file FILE</source>
        <translation>--jwt-algorithm %1 benötigt --jwt-public-key-file FILE</translation>
    </message>
    <message>
        <source>--jwt-issuer cannot be %1, the issuer of the server&apos;s own tokens</source>
        <translation>--jwt-issuer darf nicht %1 sein, der Aussteller der eigenen Token des Servers</translation>
    </message>
    <message>
        <source>--require-auth cannot be off in production; --allow-anonymous lets everybody subscribe</source>
        <translation>--require-auth darf in production nicht ausgeschaltet sein; --allow-anonymous lässt alle abonnieren</translation>
    </message>
    <message>
        <source>production needs an auth token or a JWT key: give --auth-token-file FILE, --auth-token, WS_AUTH_TOKEN, --jwt-secret-file FILE, JWT_SECRET or --jwt-public-key-file FILE, or let everybody subscribe with --allow-anonymous</source>
        <translation>production benötigt ein Auth-Token oder einen JWT-Schlüssel: geben Sie --auth-token-file FILE, --auth-token, WS_AUTH_TOKEN, --jwt-secret-file FILE, JWT_SECRET oder --jwt-public-key-file FILE an, oder lassen Sie mit --allow-anonymous alle abonnieren</translation>
    </message>
    <message>
        <source>the admin token must differ from every auth token, which would otherwise give an operator&apos;s rights</source>
        <translation>das Admin-Token muss sich von jedem Auth-Token unterscheiden, das sonst die Rechte des Betreibers gäbe</translation>
    </message>
    <message>
        <source>a JWT secret must differ from every token: whoever knows it can sign tokens for anybody</source>
        <translation>ein JWT-Geheimnis muss sich von jedem Token unterscheiden: wer es kennt, kann für jeden Token signieren</translation>
    </message>
    <message>
        <source>--require-auth is off: whoever can reach this machine can subscribe and publish</source>
        <translation>--require-auth ist aus: wer diesen Rechner erreicht, kann abonnieren und veröffentlichen</translation>
    </message>
    <message>
        <source>there is no auth token and no JWT key: only the admin token and tokens issued here can publish</source>
        <translation>es gibt weder Auth-Token noch JWT-Schlüssel: nur das Admin-Token und hier ausgestellte Token können veröffentlichen</translation>
    </message>
    <message>
        <source>there is no auth token and no JWT key: only the admin token and tokens issued here let anybody in</source>
        <translation>es gibt weder Auth-Token noch JWT-Schlüssel: nur das Admin-Token und hier ausgestellte Token gewähren Zugang</translation>
    </message>
    <message>
        <source>--jwt-issuer, --jwt-audience and --jwt-user-claim mean nothing without a JWT key</source>
        <translation>--jwt-issuer, --jwt-audience und --jwt-user-claim bewirken ohne JWT-Schlüssel nichts</translation>
    </message>
    <message>
        <source>--allow-anonymous means nothing without --require-auth</source>
        <translation>--allow-anonymous bewirkt ohne --require-auth nichts</translation>
    </message>
    <message>
        <source>--queue-bytes is under --max-payload: the largest event closes everyone whom it is sent to as too slow</source>
        <translation>--queue-bytes liegt unter --max-payload: das größte Ereignis schließt alle, an die es geht, als zu langsam</translation>
    </message>
    <message>
        <source>--demo-rate and --demo-seed mean nothing without --demo</source>
        <translation>--demo-rate und --demo-seed bewirken ohne --demo nichts</translation>
    </message>
</context>
<context>
    <name>Signalbox::OverviewView</name>
    <message>
        <source>Connections</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Räume</translation>
    </message>
    <message>
        <source>Events in</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Deliveries out</source>
        <translation>Zustellungen</translation>
    </message>
    <message>
        <source>Bytes out</source>
        <translation>Bytes aus</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Slow closes</source>
        <translation>Zu langsam</translation>
    </message>
    <message>
        <source>Auth failures</source>
        <translation>Auth-Fehler</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>Clients that are connected now</source>
        <translation>Clients, die jetzt verbunden sind</translation>
    </message>
    <message>
        <source>Rooms with members</source>
        <translation>Räume mit Mitgliedern</translation>
    </message>
    <message>
        <source>Events that were accepted, per second</source>
        <translation>Angenommene Ereignisse pro Sekunde</translation>
    </message>
    <message>
        <source>Events times the clients that each was written to, per second</source>
        <translation>Ereignisse mal Clients, an die sie geschrieben wurden, pro Sekunde</translation>
    </message>
    <message>
        <source>Written to all clients, per second</source>
        <translation>An alle Clients geschrieben, pro Sekunde</translation>
    </message>
    <message>
        <source>Waiting in the send queues of all clients</source>
        <translation>Wartet in den Sendewarteschlangen aller Clients</translation>
    </message>
    <message>
        <source>Clients that were disconnected since the start because they were too slow</source>
        <translation>Clients, die seit dem Start getrennt wurden, weil sie zu langsam waren</translation>
    </message>
    <message>
        <source>Credentials that were refused since the start</source>
        <translation>Zugangsdaten, die seit dem Start abgewiesen wurden</translation>
    </message>
    <message>
        <source>Since the server was started</source>
        <translation>Seit dem Start des Servers</translation>
    </message>
    <message>
        <source>Copy the test URL</source>
        <translation>Test-URL kopieren</translation>
    </message>
    <message>
        <source>Open the client page</source>
        <translation>Client-Seite öffnen</translation>
    </message>
    <message>
        <source>The chart was saved as %1</source>
        <translation>Das Diagramm wurde als %1 gespeichert</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>%1 kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>No clients yet</source>
        <translation>Noch keine Clients</translation>
    </message>
    <message>
        <source>Open the client page in a browser, or copy the test URL into your own client: it shows up here as soon as it connects.</source>
        <translation>Öffnen Sie die Client-Seite in einem Browser oder kopieren Sie die Test-URL in Ihren eigenen Client: er erscheint hier, sobald er sich verbindet.</translation>
    </message>
    <message>
        <source>starting…</source>
        <translation>startet…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s) so far</source>
        <translation>
            <numerusform>bisher %Ln Verbindung</numerusform>
            <numerusform>bisher %Ln Verbindungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Take events again…</source>
        <translation>Wieder Ereignisse annehmen…</translation>
    </message>
    <message>
        <source>Emergency stop…</source>
        <translation>Not-Stopp…</translation>
    </message>
    <message>
        <source>The console is read-only</source>
        <translation>Die Konsole ist schreibgeschützt</translation>
    </message>
    <message>
        <source>Publishing is stopped</source>
        <translation>Das Veröffentlichen ist angehalten</translation>
    </message>
    <message>
        <source>Refuse every event that is published</source>
        <translation>Jedes veröffentlichte Ereignis abweisen</translation>
    </message>
    <message>
        <source>The server is not listening yet.</source>
        <translation>Der Server lauscht noch nicht.</translation>
    </message>
    <message>
        <source>Copied %1</source>
        <translation>%1 kopiert</translation>
    </message>
    <message>
        <source>No browser could be opened. Open %1 yourself.</source>
        <translation>Es ließ sich kein Browser öffnen. Öffnen Sie %1 selbst.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
</context>
<context>
    <name>Signalbox::PortInUseDialog</name>
    <message>
        <source>The server cannot start</source>
        <translation>Der Server kann nicht starten</translation>
    </message>
    <message>
        <source>Port %1 is in use</source>
        <translation>Port %1 ist belegt</translation>
    </message>
    <message>
        <source>Another program listens there, perhaps another Signalbox. End it and try again, or take another port until the next start.</source>
        <translation>Dort lauscht ein anderes Programm, vielleicht ein anderes Signalbox. Beenden Sie es und versuchen Sie es erneut, oder nehmen Sie bis zum nächsten Start einen anderen Port.</translation>
    </message>
    <message>
        <source>Other &amp;port:</source>
        <translation>Anderer &amp;Port:</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Use the &amp;other port</source>
        <translation>&amp;Anderen Port nehmen</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>Signalbox::PublishHistory</name>
    <message>
        <source>What you publish is listed here until the console is closed, to be edited and published again.</source>
        <translation>Was Sie veröffentlichen, steht hier, bis die Konsole geschlossen wird, und lässt sich bearbeiten und erneut veröffentlichen.</translation>
    </message>
    <message>
        <source>Published in this session</source>
        <translation>In dieser Sitzung veröffentlicht</translation>
    </message>
    <message>
        <source>%1  %2
%3</source>
        <translation>%1  %2
%3</translation>
    </message>
    <message>
        <source>Edit it, and publish it again</source>
        <translation>Bearbeiten und erneut veröffentlichen</translation>
    </message>
</context>
<context>
    <name>Signalbox::PublishView</name>
    <message>
        <source>&amp;Write the whole event as JSON</source>
        <translation>Das ganze Ereignis als JSON &amp;schreiben</translation>
    </message>
    <message>
        <source>Insert e&amp;xample</source>
        <translation>&amp;Beispiel einfügen</translation>
    </message>
    <message>
        <source>project_id, workflow_id …; else everyone</source>
        <translation>project_id, workflow_id …; sonst alle</translation>
    </message>
    <message>
        <source>Wh&amp;o would receive this?</source>
        <translation>&amp;Wer würde dies erhalten?</translation>
    </message>
    <message>
        <source>&amp;Publish</source>
        <translation>&amp;Veröffentlichen</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Connections that would get it if it were published now</source>
        <translation>Verbindungen, die es erhielten, wenn es jetzt veröffentlicht würde</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>Neues Ereignis</translation>
    </message>
    <message>
        <source>The form has no place for everything in this event. Keep to type, room, rooms, user and data to use it.</source>
        <translation>Das Formular hat nicht für alles in diesem Ereignis Platz. Beschränken Sie sich auf type, room, rooms, user und data, um es zu benutzen.</translation>
    </message>
    <message>
        <source>&amp;Event, or an array of events</source>
        <translation>&amp;Ereignis oder Array von Ereignissen</translation>
    </message>
    <message>
        <source>&amp;Body (data)</source>
        <translation>&amp;Inhalt (data)</translation>
    </message>
    <message>
        <source>Event as JSON</source>
        <translation>Ereignis als JSON</translation>
    </message>
    <message>
        <source>Body as JSON</source>
        <translation>Inhalt als JSON</translation>
    </message>
    <message>
        <source>project:7, global</source>
        <translation>project:7, global</translation>
    </message>
    <message>
        <source>Rooms, separated by commas</source>
        <translation>Räume, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>The user&apos;s id</source>
        <translation>Die Kennung des Benutzers</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>The console is read-only: nothing can be published.</source>
        <translation>Die Konsole ist schreibgeschützt: es kann nichts veröffentlicht werden.</translation>
    </message>
    <message>
        <source>Publishing is stopped by the emergency switch.</source>
        <translation>Das Veröffentlichen ist durch den Not-Schalter angehalten.</translation>
    </message>
    <message>
        <source>Publishing is stopped by the emergency switch: %1</source>
        <translation>Das Veröffentlichen ist durch den Not-Schalter angehalten: %1</translation>
    </message>
    <message>
        <source>Publishes the event (Ctrl+Enter)</source>
        <translation>Veröffentlicht das Ereignis (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>The event needs a type.</source>
        <translation>Das Ereignis benötigt einen Typ.</translation>
    </message>
    <message>
        <source>There is no event yet.</source>
        <translation>Es gibt noch kein Ereignis.</translation>
    </message>
    <message>
        <source>This is no valid JSON.</source>
        <translation>Dies ist kein gültiges JSON.</translation>
    </message>
    <message>
        <source>Not published: see above.</source>
        <translation>Nicht veröffentlicht: siehe oben.</translation>
    </message>
    <message>
        <source>Publishing…</source>
        <translation>Wird veröffentlicht…</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Not published: %1</source>
        <translation>Nicht veröffentlicht: %1</translation>
    </message>
    <message numerus="yes">
        <source>Delivered to %Ln connection(s)</source>
        <translation>
            <numerusform>An %Ln Verbindung zugestellt</numerusform>
            <numerusform>An %Ln Verbindungen zugestellt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · event id %2</source>
        <translation>%1 · Ereigniskennung %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln Ereignis</numerusform>
            <numerusform>%Ln Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 published. %2.</source>
        <translation>%1 veröffentlicht. %2.</translation>
    </message>
    <message>
        <source>The event is not complete yet.</source>
        <translation>Das Ereignis ist noch nicht vollständig.</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Der Server wird gefragt…</translation>
    </message>
    <message>
        <source>Nobody: no connection is where it would go.</source>
        <translation>Niemand: dort, wohin es ginge, ist keine Verbindung.</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>Event type</source>
        <translation>Ereignistyp</translation>
    </message>
    <message>
        <source>Such as order.shipped</source>
        <translation>Etwa order.shipped</translation>
    </message>
    <message>
        <source>Replaces the body by one that is right for the type</source>
        <translation>Ersetzt den Inhalt durch einen, der zum Typ passt</translation>
    </message>
    <message>
        <source>Where its ids say</source>
        <translation>Nach seinen Kennungen</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Räume</translation>
    </message>
    <message>
        <source>One user</source>
        <translation>Ein Benutzer</translation>
    </message>
    <message>
        <source>An event goes to the rooms that the ids in its body name: workflow_id, bot_id, strategy_id, project_id, agent_id. Without any it goes to everyone.</source>
        <translation>Ein Ereignis geht an die Räume, die die Kennungen in seinem Inhalt nennen: workflow_id, bot_id, strategy_id, project_id, agent_id. Ohne solche geht es an alle.</translation>
    </message>
    <message>
        <source>Whom it is for</source>
        <translation>Für wen es ist</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>&amp;Typ</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>&amp;Für</translation>
    </message>
    <message>
        <source>The event that will be published</source>
        <translation>Das Ereignis, das veröffentlicht wird</translation>
    </message>
    <message>
        <source>The event shows here as it will be published.</source>
        <translation>Das Ereignis erscheint hier so, wie es veröffentlicht wird.</translation>
    </message>
    <message>
        <source>“Who would receive this?” lists them here.</source>
        <translation>„Wer würde dies erhalten?“ führt sie hier auf.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Only the server itself says this.</source>
        <translation>Dies weiß nur der Server selbst.</translation>
    </message>
    <message>
        <source>Name one room at least: with none, the event would go to everyone.</source>
        <translation>Nennen Sie mindestens einen Raum: Ohne einen ginge das Ereignis an alle.</translation>
    </message>
</context>
<context>
    <name>Signalbox::RoomDialog</name>
    <message>
        <source>“global”, or a kind and an id, such as project:7.
Kinds are workflow, bot, strategy, project, user and agent.</source>
        <translation>„global“ oder eine Art und eine Kennung, etwa project:7.
Arten sind workflow, bot, strategy, project, user und agent.</translation>
    </message>
    <message>
        <source>Write a room&apos;s name.</source>
        <translation>Schreiben Sie den Namen eines Raums.</translation>
    </message>
    <message>
        <source>This is no room&apos;s name.
An id has 1 to 255 bytes, without * and control characters.</source>
        <translation>Das ist kein Name eines Raums.
Eine Kennung hat 1 bis 255 Bytes, ohne * und Steuerzeichen.</translation>
    </message>
</context>
<context>
    <name>Signalbox::RoomPanel</name>
    <message>
        <source>Publish here…</source>
        <translation>Hier veröffentlichen…</translation>
    </message>
    <message>
        <source>Who would receive it?</source>
        <translation>Wer würde es erhalten?</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Who would receive…</source>
        <translation>Wer würde erhalten…</translation>
    </message>
    <message>
        <source>Retained events</source>
        <translation>Aufbewahrte Ereignisse</translation>
    </message>
    <message>
        <source>Event as JSON</source>
        <translation>Ereignis als JSON</translation>
    </message>
    <message>
        <source>Paste an event: the connections that would get it, if it were published now, are listed here. Nothing is published.</source>
        <translation>Fügen Sie ein Ereignis ein: die Verbindungen, die es jetzt erhalten würden, werden hier aufgeführt. Es wird nichts veröffentlicht.</translation>
    </message>
    <message>
        <source>Asks the server; nothing is published (Ctrl+Enter)</source>
        <translation>Fragt den Server; es wird nichts veröffentlicht (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>No room selected</source>
        <translation>Kein Raum ausgewählt</translation>
    </message>
    <message>
        <source>Select one to see who is in it and what passed.</source>
        <translation>Wählen Sie einen aus, um zu sehen, wer darin ist und was durchging.</translation>
    </message>
    <message>
        <source>The members of the selected room are listed here.</source>
        <translation>Hier stehen die Mitglieder des ausgewählten Raums.</translation>
    </message>
    <message>
        <source>The retained events of the selected room are listed here.</source>
        <translation>Hier stehen die aufbewahrten Ereignisse des ausgewählten Raums.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s)</source>
        <translation>
            <numerusform>%Ln Mitglied</numerusform>
            <numerusform>%Ln Mitglieder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln retained event(s)</source>
        <translation>
            <numerusform>%Ln aufbewahrtes Ereignis</numerusform>
            <numerusform>%Ln aufbewahrte Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is in this room. Its history is kept for those who join later.</source>
        <translation>In diesem Raum ist niemand. Sein Verlauf bleibt für die, die später beitreten.</translation>
    </message>
    <message>
        <source>Nothing is retained of this room.</source>
        <translation>Von diesem Raum ist nichts aufbewahrt.</translation>
    </message>
    <message>
        <source>Paste an event first.</source>
        <translation>Fügen Sie zuerst ein Ereignis ein.</translation>
    </message>
    <message>
        <source>This is no valid JSON.</source>
        <translation>Dies ist kein gültiges JSON.</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Der Server wird gefragt…</translation>
    </message>
    <message>
        <source>The event was changed meanwhile: ask again.</source>
        <translation>Das Ereignis wurde inzwischen geändert: fragen Sie erneut.</translation>
    </message>
    <message>
        <source>Nobody: no connection is where it would go.</source>
        <translation>Niemand: dort, wohin es ginge, ist keine Verbindung.</translation>
    </message>
    <message>
        <source>The console is read-only.</source>
        <translation>Die Konsole ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>Select a room first.</source>
        <translation>Wählen Sie zuerst einen Raum aus.</translation>
    </message>
    <message>
        <source>Opens the publisher with this room</source>
        <translation>Öffnet „Veröffentlichen“ mit diesem Raum</translation>
    </message>
</context>
<context>
    <name>Signalbox::RoomsModel</name>
    <message>
        <source>A part of its name</source>
        <translation>Ein Teil seines Namens</translation>
    </message>
    <message>
        <source>What stands before the colon</source>
        <translation>Was vor dem Doppelpunkt steht</translation>
    </message>
    <message>
        <source>Connections that are in it</source>
        <translation>Verbindungen, die darin sind</translation>
    </message>
    <message>
        <source>Events per second</source>
        <translation>Ereignisse pro Sekunde</translation>
    </message>
    <message>
        <source>Events that are kept of it</source>
        <translation>Ereignisse, die von ihm aufbewahrt sind</translation>
    </message>
    <message>
        <source>How long ago its last event came</source>
        <translation>Wie lange sein letztes Ereignis her ist</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>None since the rooms are watched</source>
        <translation>Keines, seit die Räume beobachtet werden</translation>
    </message>
    <message>
        <source>Events that are kept, for clients that come back</source>
        <translation>Ereignisse, die für wiederkehrende Clients aufbewahrt sind</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Events/s</source>
        <translation>Ereignisse/s</translation>
    </message>
    <message>
        <source>Retained</source>
        <translation>Aufbewahrt</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>Letztes Ereignis</translation>
    </message>
</context>
<context>
    <name>Signalbox::RunningOptions</name>
    <message>
        <source>There is no setting of that name</source>
        <translation>Es gibt keine Einstellung dieses Namens</translation>
    </message>
    <message>
        <source>This cannot be changed here</source>
        <translation>Dies lässt sich hier nicht ändern</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln Token</numerusform>
            <numerusform>%Ln Token</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln secret(s)</source>
        <translation>
            <numerusform>%Ln Geheimnis</numerusform>
            <numerusform>%Ln Geheimnisse</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::SendEventDialog</name>
    <message>
        <source>Send an event</source>
        <translation>Ein Ereignis senden</translation>
    </message>
    <message>
        <source>To %1. It is not kept in any history.</source>
        <translation>An %1. Es bleibt in keinem Verlauf.</translation>
    </message>
    <message>
        <source>&amp;Type:</source>
        <translation>&amp;Typ:</translation>
    </message>
    <message>
        <source>&amp;Data, a JSON object:</source>
        <translation>&amp;Daten, ein JSON-Objekt:</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Senden</translation>
    </message>
    <message>
        <source>An event needs a type.</source>
        <translation>Ein Ereignis benötigt einen Typ.</translation>
    </message>
    <message>
        <source>A type consists of letters, digits and _ . : -</source>
        <translation>Ein Typ besteht aus Buchstaben, Ziffern und _ . : -</translation>
    </message>
    <message>
        <source>“%1” is reserved for the protocols.</source>
        <translation>„%1“ ist den Protokollen vorbehalten.</translation>
    </message>
    <message>
        <source>The data is no JSON: %1</source>
        <translation>Die Daten sind kein JSON: %1</translation>
    </message>
    <message>
        <source>The data must be a JSON object: { … }</source>
        <translation>Die Daten müssen ein JSON-Objekt sein: { … }</translation>
    </message>
</context>
<context>
    <name>Signalbox::SettingsModel</name>
    <message>
        <source>The console is read-only</source>
        <translation>Die Konsole ist schreibgeschützt</translation>
    </message>
    <message>
        <source>Can be changed only at the start: by option, environment or file</source>
        <translation>Nur beim Start änderbar: durch Option, Umgebung oder Datei</translation>
    </message>
    <message>
        <source>Cannot be changed here</source>
        <translation>Hier nicht änderbar</translation>
    </message>
    <message>
        <source>needs a restart</source>
        <translation>nach Neustart</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>Double-click or F2 to change</source>
        <translation>Zum Ändern Doppelklick oder F2</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>Option</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>Gesetzt durch</translation>
    </message>
    <message>
        <source>Takes effect</source>
        <translation>Wirksam</translation>
    </message>
</context>
<context>
    <name>Signalbox::SettingsView</name>
    <message>
        <source>Console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
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
        <source>&amp;Theme:</source>
        <translation>&amp;Farbschema:</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Sprache:</translation>
    </message>
    <message>
        <source>Show times in &amp;UTC</source>
        <translation>Zeiten in &amp;UTC zeigen</translation>
    </message>
    <message>
        <source>&amp;Reset the layout</source>
        <translation>Layout &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Forget the sizes of windows, columns and panes</source>
        <translation>Größen von Fenstern, Spalten und Bereichen vergessen</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Read-&amp;only: nothing can be changed</source>
        <translation>S&amp;chreibgeschützt: nichts kann geändert werden</translation>
    </message>
    <message>
        <source>The console was started with --read-only</source>
        <translation>Die Konsole wurde mit --read-only gestartet</translation>
    </message>
    <message>
        <source>&amp;Ask everything again</source>
        <translation>&amp;Alles wieder fragen</translation>
    </message>
    <message>
        <source>Takes back every “Do not ask again”</source>
        <translation>Nimmt jedes „Nicht mehr fragen“ zurück</translation>
    </message>
    <message>
        <source>Every act is asked about again.</source>
        <translation>Vor jeder Handlung wird wieder gefragt.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Ask what to do</source>
        <translation>Fragen, was geschehen soll</translation>
    </message>
    <message>
        <source>Stop the server</source>
        <translation>Server beenden</translation>
    </message>
    <message>
        <source>Keep the server in the tray</source>
        <translation>Server im Infobereich behalten</translation>
    </message>
    <message>
        <source>When the window is &amp;closed:</source>
        <translation>&amp;Beim Schließen des Fensters:</translation>
    </message>
    <message>
        <source>Show an icon in the t&amp;ray, with alerts</source>
        <translation>S&amp;ymbol im Infobereich zeigen, mit Meldungen</translation>
    </message>
    <message>
        <source>Takes effect at the next start</source>
        <translation>Wird beim nächsten Start wirksam</translation>
    </message>
    <message>
        <source>This desktop has no tray</source>
        <translation>Diese Arbeitsumgebung hat keinen Infobereich</translation>
    </message>
    <message>
        <source>Filter options</source>
        <translation>Optionen filtern</translation>
    </message>
    <message>
        <source>Options of the server</source>
        <translation>Optionen des Servers</translation>
    </message>
    <message>
        <source>What is changed here lasts until the server stops; to keep it, set it by option, environment or file. Values in bold differ from their default.</source>
        <translation>Was hier geändert wird, gilt, bis der Server endet; um es zu behalten, setzen Sie es durch Option, Umgebung oder Datei. Fette Werte weichen von ihrer Vorgabe ab.</translation>
    </message>
    <message>
        <source>The options cannot be shown: %1</source>
        <translation>Die Optionen können nicht gezeigt werden: %1</translation>
    </message>
    <message>
        <source>%1 was not changed: %2</source>
        <comment>option, reason</comment>
        <translation>%1 wurde nicht geändert: %2</translation>
    </message>
    <message>
        <source>%1 was changed.</source>
        <translation>%1 wurde geändert.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>Signalbox::ShortcutsDialog</name>
    <message>
        <source>Keys</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Copy the selected rows</source>
        <translation>Die ausgewählten Zeilen kopieren</translation>
    </message>
    <message>
        <source>Disconnect or revoke what is selected</source>
        <translation>Das Ausgewählte trennen oder widerrufen</translation>
    </message>
    <message>
        <source>Open what is selected</source>
        <translation>Das Ausgewählte öffnen</translation>
    </message>
    <message>
        <source>Leave the filter, close a dialog</source>
        <translation>Den Filter verlassen, einen Dialog schließen</translation>
    </message>
    <message>
        <source>Publish the event that is being written</source>
        <translation>Das Ereignis veröffentlichen, das gerade geschrieben wird</translation>
    </message>
    <message>
        <source>What they do</source>
        <translation>Was sie bewirken</translation>
    </message>
</context>
<context>
    <name>Signalbox::Sidebar</name>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>page (keys)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln alert(s)</source>
        <translation>
            <numerusform>%1, %Ln Meldung</numerusform>
            <numerusform>%1, %Ln Meldungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::SqliteTokenStore</name>
    <message>
        <source>The file of tokens cannot be used: %1. What is changed now is lost at the next start.</source>
        <translation>Die Token-Datei kann nicht benutzt werden: %1. Was jetzt geändert wird, geht beim nächsten Start verloren.</translation>
    </message>
    <message>
        <source>Tokens are kept in memory only.</source>
        <translation>Token werden nur im Arbeitsspeicher gehalten.</translation>
    </message>
    <message>
        <source>The file of tokens could not be written: %1</source>
        <translation>Die Token-Datei konnte nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>Revocations were lost: which of the tokens that were issued before %1 are revoked is not known, so all of them are refused. Issue new ones, or set --on-store-failure to allow.</source>
        <translation>Widerrufe gingen verloren: Welche der Token, die vor %1 ausgestellt wurden, widerrufen sind, ist nicht bekannt; deshalb werden alle abgelehnt. Stellen Sie neue aus, oder setzen Sie --on-store-failure auf allow.</translation>
    </message>
    <message>
        <source>Revocations were lost: tokens that were issued before %1 are let in, be they revoked or not. Set --on-store-failure to deny to refuse them.</source>
        <translation>Widerrufe gingen verloren: Token, die vor %1 ausgestellt wurden, werden zugelassen, ob widerrufen oder nicht. Um sie abzulehnen, setzen Sie --on-store-failure auf deny.</translation>
    </message>
</context>
<context>
    <name>Signalbox::StaticToken</name>
    <message>
        <source>%1; set the token again, or remove the file</source>
        <translation>%1; setzen Sie das Token neu, oder entfernen Sie die Datei</translation>
    </message>
    <message>
        <source>%1 holds no digest of a token; remove it, and set the token again</source>
        <translation>%1 enthält keinen Hash eines Tokens; entfernen Sie die Datei, und setzen Sie das Token neu</translation>
    </message>
    <message>
        <source>must have at most %1 bytes</source>
        <translation>darf höchstens %1 Byte haben</translation>
    </message>
</context>
<context>
    <name>Signalbox::StaticTokenDialog</name>
    <message>
        <source>Set the static token</source>
        <translation>Das statische Token setzen</translation>
    </message>
    <message>
        <source>Clients that show it may subscribe and publish, without a user of their own. It replaces the static tokens there are; connections that used those are closed. The server keeps a hash of it: copy it before you set it.</source>
        <translation>Clients, die es vorweisen, dürfen abonnieren und veröffentlichen, ohne eigenen Benutzer. Es ersetzt die vorhandenen statischen Token; Verbindungen, die diese benutzten, werden geschlossen. Der Server bewahrt nur einen Hash davon auf: kopieren Sie es, bevor Sie es setzen.</translation>
    </message>
    <message>
        <source>&amp;Token:</source>
        <translation>&amp;Token:</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>&amp;Erzeugen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>&amp;Remove it</source>
        <translation>Ent&amp;fernen</translation>
    </message>
    <message>
        <source>No static token is accepted any more.</source>
        <translation>Es wird kein statisches Token mehr angenommen.</translation>
    </message>
    <message>
        <source>&amp;Set</source>
        <translation>&amp;Setzen</translation>
    </message>
    <message>
        <source>A token has no spaces at its ends.</source>
        <translation>Ein Token hat keine Leerzeichen an seinen Enden.</translation>
    </message>
    <message numerus="yes">
        <source>A token this short may be guessed: %n character(s) or more are better.</source>
        <translation>
            <numerusform>Ein so kurzes Token lässt sich erraten: besser ist mindestens %n Zeichen.</numerusform>
            <numerusform>Ein so kurzes Token lässt sich erraten: besser sind mindestens %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write a token, or generate one.</source>
        <translation>Geben Sie ein Token ein, oder erzeugen Sie eines.</translation>
    </message>
</context>
<context>
    <name>Signalbox::StatusLine</name>
    <message>
        <source>Read-only</source>
        <translation>Schreibgeschützt</translation>
    </message>
    <message>
        <source>State of the server</source>
        <translation>Status des Servers</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>The zone that times are shown in</source>
        <translation>Die Zeitzone, in der Zeiten gezeigt werden</translation>
    </message>
    <message>
        <source>Nothing can be changed from this console</source>
        <translation>Von dieser Konsole aus kann nichts geändert werden</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet…</translation>
    </message>
    <message>
        <source>Draining</source>
        <translation>Fährt herunter</translation>
    </message>
    <message>
        <source>Publishing is stopped</source>
        <translation>Das Veröffentlichen ist angehalten</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Lauscht</translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s)</source>
        <translation>
            <numerusform>%Ln Client</numerusform>
            <numerusform>%Ln Clients</numerusform>
        </translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>Ortszeit</translation>
    </message>
</context>
<context>
    <name>Signalbox::SubscriptionsView</name>
    <message>
        <source>No rooms yet</source>
        <translation>Noch keine Räume</translation>
    </message>
    <message>
        <source>A room shows here when a client joins it or an event is kept for it.</source>
        <translation>Ein Raum erscheint hier, wenn ein Client ihm beitritt oder ein Ereignis für ihn aufbewahrt wird.</translation>
    </message>
    <message>
        <source>Filter: kind:project members&gt;10 rate&gt;1</source>
        <translation>Filter: kind:project members&gt;10 rate&gt;1</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Räume</translation>
    </message>
    <message>
        <source>Copy the room&apos;s name</source>
        <translation>Namen des Raums kopieren</translation>
    </message>
    <message>
        <source>Who would receive an event?</source>
        <translation>Wer würde ein Ereignis erhalten?</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>Abonnements</translation>
    </message>
</context>
<context>
    <name>Signalbox::TableView</name>
    <message>
        <source>Copied the first %1 of %2 rows. To have all of them, export them.</source>
        <translation>Die ersten %1 von %2 Zeilen wurden kopiert. Exportieren Sie, um alle zu erhalten.</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n row(s).</source>
        <translation>
            <numerusform>%n Zeile kopiert.</numerusform>
            <numerusform>%n Zeilen kopiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export rows</source>
        <translation>Zeilen exportieren</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message numerus="yes">
        <source>Wrote %n row(s) to %1.</source>
        <translation>
            <numerusform>%n Zeile in %1 geschrieben.</numerusform>
            <numerusform>%n Zeilen in %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy “%1” only</source>
        <translation>Nur „%1“ kopieren</translation>
    </message>
    <message>
        <source>&amp;Sort by</source>
        <translation>&amp;Sortieren nach</translation>
    </message>
    <message>
        <source>Co&amp;lumns</source>
        <translation>S&amp;palten</translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation>Spalten &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>As they &amp;came</source>
        <translation>Wie sie &amp;kamen</translation>
    </message>
</context>
<context>
    <name>Signalbox::ThroughputPanel</name>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>Gezeigte Zeit</translation>
    </message>
    <message>
        <source>1 min</source>
        <translation>1 min</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5 min</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Hold the chart still (Ctrl+P)</source>
        <translation>Das Diagramm anhalten (Strg+P)</translation>
    </message>
    <message>
        <source>Save the chart as a PNG picture</source>
        <translation>Das Diagramm als PNG-Bild speichern</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>group: choice</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Deliveries out</source>
        <translation>Zustellungen</translation>
    </message>
    <message>
        <source>Events in</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>Diagramm speichern</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG-Bilder (*.png)</translation>
    </message>
</context>
<context>
    <name>Signalbox::TimeChart</name>
    <message>
        <source>Throughput over time</source>
        <translation>Durchsatz im Zeitverlauf</translation>
    </message>
    <message>
        <source>Collecting the first seconds…</source>
        <translation>Die ersten Sekunden werden gesammelt…</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>−%1 s</source>
        <translation>−%1 s</translation>
    </message>
    <message>
        <source>−%1 min</source>
        <translation>−%1 min</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name: value</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Signalbox::Toast</name>
    <message>
        <source>Copy the message</source>
        <translation>Meldung kopieren</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>%1 (%2 times)</source>
        <comment>a message that was repeated</comment>
        <translation>%1 (%2-mal)</translation>
    </message>
</context>
<context>
    <name>Signalbox::TokenActions</name>
    <message>
        <source>&amp;Issue a token…</source>
        <translation>Token &amp;ausstellen…</translation>
    </message>
    <message>
        <source>Make a token for a client</source>
        <translation>Ein Token für einen Client anlegen</translation>
    </message>
    <message>
        <source>&amp;Revoke…</source>
        <translation>&amp;Widerrufen…</translation>
    </message>
    <message>
        <source>Take the selected tokens back and close their connections</source>
        <translation>Die ausgewählten Token widerrufen und ihre Verbindungen schließen</translation>
    </message>
    <message>
        <source>&amp;Decode a token…</source>
        <translation>Token &amp;dekodieren…</translation>
    </message>
    <message>
        <source>See what a token says, and whether the server accepts it</source>
        <translation>Sehen, was ein Token besagt und ob der Server es annimmt</translation>
    </message>
    <message>
        <source>Rotate the signing &amp;key…</source>
        <translation>Signier&amp;schlüssel wechseln…</translation>
    </message>
    <message>
        <source>Sign new tokens with another secret</source>
        <translation>Neue Token mit einem anderen Geheimnis signieren</translation>
    </message>
    <message>
        <source>Set the &amp;static token…</source>
        <translation>Statisches &amp;Token setzen…</translation>
    </message>
    <message>
        <source>Set what clients may show instead of a JWT</source>
        <translation>Festlegen, was Clients statt eines JWT vorweisen können</translation>
    </message>
    <message>
        <source>What is selected is revoked already.</source>
        <translation>Das Ausgewählte ist bereits widerrufen.</translation>
    </message>
    <message>
        <source>The console is read-only.</source>
        <translation>Die Konsole ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>Select a token first.</source>
        <translation>Wählen Sie zuerst ein Token aus.</translation>
    </message>
    <message>
        <source>Rotate the signing key</source>
        <translation>Signierschlüssel wechseln</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Wechseln</translation>
    </message>
    <message>
        <source>New tokens are signed with a new key.</source>
        <translation>Neue Token werden mit einem neuen Schlüssel signiert.</translation>
    </message>
    <message>
        <source>The static token was removed.</source>
        <translation>Das statische Token wurde entfernt.</translation>
    </message>
    <message>
        <source>The static token was set.</source>
        <translation>Das statische Token wurde gesetzt.</translation>
    </message>
    <message>
        <source>%1, of %2</source>
        <translation>%1, von %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln connection(s)</source>
        <translation>
            <numerusform>%1: %Ln Verbindung</numerusform>
            <numerusform>%1: %Ln Verbindungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This closes %Ln connection(s).</source>
        <translation>
            <numerusform>Damit wird %Ln Verbindung geschlossen.</numerusform>
            <numerusform>Damit werden %Ln Verbindungen geschlossen.</numerusform>
        </translation>
    </message>
    <message>
        <source>No connection uses them now.</source>
        <translation>Derzeit benutzt sie keine Verbindung.</translation>
    </message>
    <message>
        <source>Revoke tokens</source>
        <translation>Token widerrufen</translation>
    </message>
    <message numerus="yes">
        <source>Revoke %Ln token(s) for good?</source>
        <translation>
            <numerusform>%Ln Token endgültig widerrufen?</numerusform>
            <numerusform>%Ln Token endgültig widerrufen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s) revoked.</source>
        <translation>
            <numerusform>%Ln Token widerrufen.</numerusform>
            <numerusform>%Ln Token widerrufen.</numerusform>
        </translation>
    </message>
    <message>
        <source>New tokens are signed with a new secret. Those of the present one stay valid until they expire.</source>
        <translation>Neue Token werden mit einem neuen Geheimnis signiert. Die des jetzigen bleiben gültig, bis sie ablaufen.</translation>
    </message>
    <message>
        <source>No token of an older one is valid now, so that none ends.</source>
        <translation>Von einem älteren ist jetzt kein Token gültig, also endet keines.</translation>
    </message>
    <message numerus="yes">
        <source>Those of the one before end now: %Ln listed token(s).</source>
        <translation>
            <numerusform>Die des vorigen enden jetzt: %Ln aufgeführtes Token.</numerusform>
            <numerusform>Die des vorigen enden jetzt: %Ln aufgeführte Token.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::TokenActs</name>
    <message>
        <source>This is a static token, and it is accepted.</source>
        <translation>Dies ist ein statisches Token, und es wird angenommen.</translation>
    </message>
    <message>
        <source>This token is accepted.</source>
        <translation>Dieses Token wird angenommen.</translation>
    </message>
    <message>
        <source>There is no token.</source>
        <translation>Es ist kein Token da.</translation>
    </message>
    <message>
        <source>This token has expired.</source>
        <translation>Dieses Token ist abgelaufen.</translation>
    </message>
    <message>
        <source>This token was revoked.</source>
        <translation>Dieses Token wurde widerrufen.</translation>
    </message>
    <message>
        <source>This token is not accepted: %1.</source>
        <translation>Dieses Token wird nicht angenommen: %1.</translation>
    </message>
    <message>
        <source>The token is revoked, but may be good again after a restart: %1</source>
        <translation>Das Token ist widerrufen, kann aber nach einem Neustart wieder gelten: %1</translation>
    </message>
    <message>
        <source>This server does not change its signing key</source>
        <translation>Dieser Server ändert seinen Signierschlüssel nicht</translation>
    </message>
    <message>
        <source>This server does not change its static token</source>
        <translation>Dieser Server ändert sein statisches Token nicht</translation>
    </message>
</context>
<context>
    <name>Signalbox::TokenCommand</name>
    <message>
        <source>--room %1: must be a room such as project:7, or all of a kind such as project:*</source>
        <translation>--room %1: muss ein Raum wie project:7 oder alle einer Art wie project:* sein</translation>
    </message>
    <message>
        <source>--room needs a value</source>
        <translation>--room benötigt einen Wert</translation>
    </message>
    <message>
        <source>--scope %1: must be subscribe, publish or admin</source>
        <translation>--scope %1: muss subscribe, publish oder admin sein</translation>
    </message>
    <message>
        <source>--scope needs a value</source>
        <translation>--scope benötigt einen Wert</translation>
    </message>
    <message>
        <source>token issue needs --sub USER</source>
        <translation>token issue benötigt --sub USER</translation>
    </message>
    <message>
        <source>--sub %1: must be 1-255 bytes without control characters and *</source>
        <translation>--sub %1: muss 1-255 Byte ohne Steuerzeichen und * sein</translation>
    </message>
    <message>
        <source>--ttl %1: %2</source>
        <translation>--ttl %1: %2</translation>
    </message>
    <message>
        <source>--name: must have at most %1 bytes</source>
        <translation>--name: darf höchstens %1 Byte haben</translation>
    </message>
    <message>
        <source>there is no token to inspect</source>
        <translation>es ist kein Token zum Untersuchen da</translation>
    </message>
    <message>
        <source>there is no JWT secret yet; the first start makes %1</source>
        <translation>es gibt noch kein JWT-Geheimnis; der erste Start legt %1 an</translation>
    </message>
    <message>
        <source>it is not from this server, and no key of others is configured</source>
        <translation>es ist nicht von diesem Server, und kein fremder Schlüssel ist konfiguriert</translation>
    </message>
    <message>
        <source>unexpected argument &apos;%1&apos;; see token --help</source>
        <translation>unerwartetes Argument „%1“; siehe token --help</translation>
    </message>
    <message>
        <source>%1: made the secret %2, which a server with these options uses</source>
        <translation>%1: das Geheimnis %2 wurde angelegt, das ein Server mit diesen Optionen benutzt</translation>
    </message>
    <message>
        <source>%1: token %2%3 for %4, valid until %5</source>
        <translation>%1: Token %2%3 für %4, gültig bis %5</translation>
    </message>
    <message>
        <source>token inspect needs one token, or - for standard input</source>
        <translation>token inspect benötigt ein Token oder - für die Standardeingabe</translation>
    </message>
    <message>
        <source>valid, unless the server knows it as revoked</source>
        <translation>gültig, sofern es der Server nicht als widerrufen kennt</translation>
    </message>
    <message>
        <source>not valid: %1</source>
        <translation>nicht gültig: %1</translation>
    </message>
</context>
<context>
    <name>Signalbox::TokenFile</name>
    <message>
        <source>%1:%2: is not UTF-8</source>
        <translation>%1:%2: ist kein UTF-8</translation>
    </message>
    <message>
        <source>%1:%2: %3</source>
        <translation>%1:%2: %3</translation>
    </message>
    <message>
        <source>%1 holds more than %2 tokens</source>
        <translation>%1 enthält mehr als %2 Token</translation>
    </message>
    <message>
        <source>%1 holds no token</source>
        <translation>%1 enthält kein Token</translation>
    </message>
</context>
<context>
    <name>Signalbox::TokenRegistryCommand</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 does not take the admin token of these options</source>
        <translation>%1 nimmt das Admin-Token dieser Optionen nicht an</translation>
    </message>
    <message>
        <source>%1 answers with status %2</source>
        <translation>%1 antwortet mit Status %2</translation>
    </message>
    <message>
        <source>there is no data folder; --data-dir names one</source>
        <translation>es gibt keinen Datenordner; --data-dir nennt einen</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>KENNUNG</translation>
    </message>
    <message>
        <source>STATUS</source>
        <translation>STATUS</translation>
    </message>
    <message>
        <source>USER</source>
        <translation>BENUTZER</translation>
    </message>
    <message>
        <source>SCOPES</source>
        <translation>SCOPES</translation>
    </message>
    <message>
        <source>EXPIRES</source>
        <translation>LÄUFT AB</translation>
    </message>
    <message>
        <source>LAST USED</source>
        <translation>ZULETZT BENUTZT</translation>
    </message>
    <message>
        <source>ROOMS</source>
        <translation>RÄUME</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>%1: no server answers there; this is what %2 says</source>
        <translation>%1: dort antwortet kein Server; dies besagt %2</translation>
    </message>
    <message>
        <source>token list takes options only; see token --help</source>
        <translation>token list nimmt nur Optionen; siehe token --help</translation>
    </message>
    <message>
        <source>token revoke needs the id of one token</source>
        <translation>token revoke benötigt die Kennung eines Tokens</translation>
    </message>
    <message>
        <source>%1: token %2 is revoked</source>
        <translation>%1: Token %2 ist widerrufen</translation>
    </message>
</context>
<context>
    <name>Signalbox::TokenText</name>
    <message>
        <source>It is no JWT that could be shown.</source>
        <translation>Es ist kein JWT, das sich zeigen ließe.</translation>
    </message>
    <message>
        <source>header</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>claims</source>
        <translation>Claims</translation>
    </message>
</context>
<context>
    <name>Signalbox::TokensModel</name>
    <message>
        <source>Expires in</source>
        <translation>Läuft ab in</translation>
    </message>
    <message>
        <source>How long it is still valid; negative when it has expired</source>
        <translation>Wie lange es noch gültig ist; negativ, wenn es abgelaufen ist</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>When somebody last authenticated with it. Filters compare how long ago that is</source>
        <translation>Wann sich zuletzt jemand damit authentifiziert hat. Filter vergleichen, wie lange das her ist</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What an operator noted of it</source>
        <translation>Was ein Betreiber dazu notiert hat</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Subjekt</translation>
    </message>
    <message>
        <source>The user it is for</source>
        <translation>Der Benutzer, für den es gilt</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Räume</translation>
    </message>
    <message>
        <source>The rooms that it may join</source>
        <translation>Die Räume, denen es beitreten darf</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <source>What it allows</source>
        <translation>Was es erlaubt</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Until when it is valid</source>
        <translation>Bis wann es gültig ist</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Ausgestellt</translation>
    </message>
    <message>
        <source>When it was issued. Filters compare how long ago that is</source>
        <translation>Wann es ausgestellt wurde. Filter vergleichen, wie lange das her ist</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>issued: by this server; foreign: of somebody else, known because it was revoked</source>
        <translation>issued: von diesem Server; foreign: von jemand anderem, bekannt, weil es widerrufen wurde</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>What it is revoked by</source>
        <translation>Womit es widerrufen wird</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>expires &lt; 7 d</source>
        <translation>läuft ab &lt; 7 d</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>widerrufen</translation>
    </message>
    <message>
        <source>foreign</source>
        <translation>fremd</translation>
    </message>
    <message>
        <source>issued</source>
        <translation>ausgestellt</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>active, expires-soon (in less than 7 days), expired, key-gone (signed with a key that was rotated away) or revoked</source>
        <translation>active, expires-soon (in weniger als 7 Tagen), expired, key-gone (mit einem abgelösten Schlüssel signiert) oder revoked</translation>
    </message>
    <message>
        <source>key is gone</source>
        <translation>Schlüssel abgelöst</translation>
    </message>
</context>
<context>
    <name>Signalbox::TokensView</name>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>No token matches the filter.</source>
        <translation>Kein Token passt zum Filter.</translation>
    </message>
    <message>
        <source>State of the token store</source>
        <translation>Status des Token-Speichers</translation>
    </message>
    <message>
        <source>No tokens yet</source>
        <translation>Noch keine Token</translation>
    </message>
    <message>
        <source>A token says who a client is, what it may do, and which rooms it may join. Those issued here or over HTTP are listed, and can be revoked.</source>
        <translation>Ein Token besagt, wer ein Client ist, was er darf und welchen Räumen er beitreten darf. Die hier oder über HTTP ausgestellten sind aufgeführt und können widerrufen werden.</translation>
    </message>
    <message>
        <source>&amp;Issue a token…</source>
        <translation>Token &amp;ausstellen…</translation>
    </message>
</context>
<context>
    <name>Signalbox::Tone</name>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>Signalbox::TrayIcon</name>
    <message>
        <source>Show the console</source>
        <translation>Konsole zeigen</translation>
    </message>
    <message>
        <source>Stop the server and quit</source>
        <translation>Server anhalten und beenden</translation>
    </message>
    <message>
        <source>Signalbox – %1</source>
        <translation>Signalbox – %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s)</source>
        <translation>
            <numerusform>%Ln Client</numerusform>
            <numerusform>%Ln Clients</numerusform>
        </translation>
    </message>
    <message>
        <source>Publishing is stopped</source>
        <translation>Das Veröffentlichen ist angehalten</translation>
    </message>
    <message>
        <source>A component is in trouble</source>
        <translation>Eine Komponente ist gestört</translation>
    </message>
</context>
<context>
    <name>Signalbox::UserText</name>
    <message>
        <source>anonymous</source>
        <translation>anonym</translation>
    </message>
</context>
<context>
    <name>Signalbox::WindowActions</name>
    <message>
        <source>&amp;Emergency stop…</source>
        <translation>N&amp;ot-Stopp…</translation>
    </message>
    <message>
        <source>&amp;Stop the server and quit</source>
        <translation>Server anhalten und &amp;beenden</translation>
    </message>
    <message>
        <source>&amp;Close the window</source>
        <translation>&amp;Fenster schließen</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>A&amp;nhalten</translation>
    </message>
    <message>
        <source>Times in &amp;UTC</source>
        <translation>Zeiten in &amp;UTC</translation>
    </message>
    <message>
        <source>Read-&amp;only</source>
        <translation>S&amp;chreibgeschützt</translation>
    </message>
    <message>
        <source>Reset the &amp;layout</source>
        <translation>Layout &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation>&amp;Befehle…</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>&amp;Handbuch</translation>
    </message>
    <message>
        <source>&amp;Keys…</source>
        <translation>&amp;Tastenkürzel…</translation>
    </message>
    <message>
        <source>&amp;About Signalbox</source>
        <translation>Ü&amp;ber Signalbox</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Server</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Theme: as the &amp;system</source>
        <translation>Farbschema: wie das S&amp;ystem</translation>
    </message>
    <message>
        <source>Theme: &amp;light</source>
        <translation>Farbschema: &amp;hell</translation>
    </message>
    <message>
        <source>Theme: &amp;dark</source>
        <translation>Farbschema: &amp;dunkel</translation>
    </message>
</context>
<context>
    <name>TrustedProxies</name>
    <message>
        <source>&quot;%1&quot; is no address or network such as 10.0.0.0/8 or ::1</source>
        <translation>„%1“ ist keine Adresse und kein Netz wie 10.0.0.0/8 oder ::1</translation>
    </message>
</context>
</TS>
