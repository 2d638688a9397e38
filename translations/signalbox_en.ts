<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>OriginPolicy</name>
    <message>
        <source>&quot;%1&quot; is no origin: expected scheme://host, scheme://host:port or *</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Signalbox::CommandLine</name>
    <message>
        <source>unexpected argument &apos;%1&apos;; see --help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown option %1; see --help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not available in this version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs a value: %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs a value, but %2 follows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes no value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Signalbox::ConfigFile</name>
    <message>
        <source>%1 is not a regular file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot read %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is too large for a configuration file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not UTF-8 text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown section %1; there is only [General]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not of the form key=value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no key before the =</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Signalbox::DataFolder</name>
    <message>
        <source>cannot write %1: %2; --data-dir names another folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no folder to keep data in: neither HOME nor XDG_DATA_HOME is set; --data-dir names one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 belongs to another user; remove it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; remove it to have a new one made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds more than one secret; remove it to have a new one made</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Signalbox::FrontDoor</name>
    <message>
        <source>Cannot listen on %1 port %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QHttpServer does not take the listening socket</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Signalbox::HelpText</name>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storage and limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may be repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look around, with events to see; then open http://localhost:8001/client:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serve in production, behind a proxy on this machine:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take everything from a file:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: %1 [options]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signalbox takes events in and sends them on to live clients: Socket.IO and WebSocket, on one port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command line comes before the environment, the environment before the file of --config. Names in square brackets are environment variables; where an option may be repeated, theirs and the file&apos;s take a list with commas (tokens excepted). A switch can be turned off: --no-demo. Times are seconds, or 500ms; sizes are bytes, or 64K, 1M, 1G.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SIGTERM and SIGINT end the server in good order. SIGHUP reads tokens, origins, proxies and the log&apos;s options again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Signalbox::MainWindow</name>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signalbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 open, %2 since the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 accepted, %2 delivered</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Signalbox::OptionFields</name>
    <message>
        <source>%1: a token of less than %2 characters can be guessed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds %2 tokens; there is one admin token</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Signalbox::OptionTable</name>
    <message>
        <source>Listen on this IP address; localhost is both loopback addresses, :: everything over IPv4 and IPv6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>127.0.0.1 and ::1; in production ::</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen on this port; 0 picks a free one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let web pages of this origin in (scheme://host[:port], or * for all). Pages from this server may always.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*; in production none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Believe the X-Forwarded-For, -Proto and -Host headers of this address or block of addresses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the defaults. Production requires authentication, and starts only with an auth token or --allow-anonymous.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>development</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A token that may subscribe and publish. Other users of this machine can see it on the command line: a file is better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same from a file: one token per line, # starts a comment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operator&apos;s token, alone in a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a random one in the data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operator&apos;s token itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let nobody subscribe or publish without a token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off; in production on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let everybody subscribe in spite of --require-auth; publishing still needs a token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep what must survive a restart here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>~/.local/share/signalbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this many events per room for those who come later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep at most this much over all rooms; those idle longest are forgotten first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuse messages and request bodies over this size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close a connection that has this much waiting as too slow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let one connection be in this many rooms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask every client this often whether it is still there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close a connection that has not answered for this long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this long to send all clients away on SIGTERM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the log, which goes to standard error, for people or for programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text; in production json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log what is at least this important; debug logs every event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>info</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a simulated workflow engine, to have something to see.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let it publish this fast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let it tell the same story at every start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another story each time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read options from this INI file, as lines of name=value with the names above without dashes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this help and exit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the version and exit.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Signalbox::OptionValues</name>
    <message>
        <source>must be a whole number from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a whole number from 0 to 18446744073709551615</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a number from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a number of bytes from %1 to %2, such as 65536, 64K or 1M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a time from %1 to %2, such as 25, 2.5s or 500ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be true or false (or 1, 0, yes, no, on, off)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be development or production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be text or json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be debug, info, warning or error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be an IP address of this machine, or localhost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be * or an origin such as https://example.org, without a path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be an IP address or a block of them such as 10.0.0.0/8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an empty token is no protection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a token cannot start or end with a space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a token cannot hold control characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a token cannot be longer than %1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a path</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Signalbox::OptionsParser</name>
    <message>
        <source>%1 (%2) is not available in this version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown option %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not available in this version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stands in line %2 already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds a token and can be read by other users of this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--require-auth cannot be off in production; --allow-anonymous lets everybody subscribe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>production needs an auth token: give --auth-token-file FILE, --auth-token or WS_AUTH_TOKEN, or let everybody subscribe with --allow-anonymous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the admin token must differ from every auth token, which would otherwise give an operator&apos;s rights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--require-auth is off: whoever can reach this machine can subscribe and publish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no auth token: only the admin token can publish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no auth token: only the admin token lets anybody in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--allow-anonymous means nothing without --require-auth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--queue-bytes is under --max-payload: the largest event closes everyone whom it is sent to as too slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--demo-rate and --demo-seed mean nothing without --demo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Signalbox::TokenFile</name>
    <message>
        <source>%1 can be read by other users of this machine; chmod 600 keeps it private</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a regular file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot read %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is too large for a token file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1:%2: is not UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1:%2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds more than %2 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds no token</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrustedProxies</name>
    <message>
        <source>&quot;%1&quot; is no address or network such as 10.0.0.0/8 or ::1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
