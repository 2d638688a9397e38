<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
<context>
    <name>Jwt</name>
    <message>
        <source>there is no JWT key</source>
        <translation>no hay ninguna clave JWT</translation>
    </message>
    <message>
        <source>the JWT user claim has no name</source>
        <translation>el claim de usuario del JWT no tiene nombre</translation>
    </message>
    <message>
        <source>a public key cannot sign; tokens are issued with a JWT secret</source>
        <translation>una clave pública no puede firmar; los tokens se emiten con un secreto JWT</translation>
    </message>
    <message>
        <source>the JWT public key file holds a private key</source>
        <translation>el archivo de clave pública JWT contiene una clave privada</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>memoria agotada</translation>
    </message>
    <message>
        <source>the JWT public key is no PEM public key</source>
        <translation>la clave pública JWT no es una clave pública PEM</translation>
    </message>
    <message>
        <source>the JWT public key is no RSA key, which RS256 needs</source>
        <translation>la clave pública JWT no es una clave RSA, que RS256 necesita</translation>
    </message>
    <message>
        <source>the JWT public key has %1 bits; RS256 needs %2 to %3</source>
        <translation>la clave pública JWT tiene %1 bits; RS256 necesita de %2 a %3</translation>
    </message>
    <message>
        <source>the JWT public key is no EC key on P-256, which ES256 needs</source>
        <translation>la clave pública JWT no es una clave EC sobre P-256, que ES256 necesita</translation>
    </message>
    <message>
        <source>a JWT key is larger than 64 KiB</source>
        <translation>una clave JWT supera los 64 KiB</translation>
    </message>
    <message>
        <source>the JWT secret is a PEM key; with one, set the algorithm to RS256 or ES256</source>
        <translation>el secreto JWT es una clave PEM; con ella, elija el algoritmo RS256 o ES256</translation>
    </message>
    <message>
        <source>the JWT secret has %1 bytes; it needs at least %2</source>
        <translation>el secreto JWT tiene %1 bytes; necesita al menos %2</translation>
    </message>
    <message>
        <source>it is longer than %1 bytes</source>
        <translation>tiene más de %1 bytes</translation>
    </message>
    <message>
        <source>whether it was revoked is not known any more</source>
        <translation>ya no se sabe si fue revocado</translation>
    </message>
    <message>
        <source>no key of ours signed it</source>
        <translation>no lo firmó ninguna de nuestras claves</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>está vacío</translation>
    </message>
    <message>
        <source>it has not three parts</source>
        <translation>no tiene tres partes</translation>
    </message>
    <message>
        <source>it is not base64url</source>
        <translation>no es base64url</translation>
    </message>
    <message>
        <source>it is not signed</source>
        <translation>no está firmado</translation>
    </message>
    <message>
        <source>its header is not a strict JSON object</source>
        <translation>su cabecera no es un objeto JSON estricto</translation>
    </message>
    <message>
        <source>its header has %1, which is not taken</source>
        <translation>su cabecera contiene %1, que no se admite</translation>
    </message>
    <message>
        <source>its typ is not JWT</source>
        <translation>su typ no es JWT</translation>
    </message>
    <message>
        <source>its algorithm is not %1</source>
        <translation>su algoritmo no es %1</translation>
    </message>
    <message>
        <source>its payload is not a strict JSON object</source>
        <translation>su carga útil no es un objeto JSON estricto</translation>
    </message>
    <message>
        <source>%1 is not a string</source>
        <translation>%1 no es una cadena</translation>
    </message>
    <message>
        <source>%1 is not an array of strings</source>
        <translation>%1 no es una lista de cadenas</translation>
    </message>
    <message>
        <source>%1 is not a number</source>
        <translation>%1 no es un número</translation>
    </message>
    <message>
        <source>%1 is not a time of 1970 to 9999</source>
        <translation>%1 no es una hora entre 1970 y 9999</translation>
    </message>
    <message>
        <source>scope is neither a string nor an array of strings</source>
        <translation>scope no es una cadena ni una lista de cadenas</translation>
    </message>
    <message>
        <source>aud is neither a string nor an array of strings</source>
        <translation>aud no es una cadena ni una lista de cadenas</translation>
    </message>
    <message>
        <source>it is for another audience</source>
        <translation>es para otra audiencia</translation>
    </message>
    <message>
        <source>it is from another issuer</source>
        <translation>es de otro emisor</translation>
    </message>
    <message>
        <source>%1 is no valid user id</source>
        <translation>%1 no es un identificador de usuario válido</translation>
    </message>
    <message>
        <source>jti is empty or longer than %1 bytes</source>
        <translation>jti está vacío o tiene más de %1 bytes</translation>
    </message>
    <message>
        <source>exp is missing</source>
        <translation>falta exp</translation>
    </message>
    <message>
        <source>it is not valid yet</source>
        <translation>aún no es válido</translation>
    </message>
    <message>
        <source>it was issued in the future</source>
        <translation>fue emitido en el futuro</translation>
    </message>
    <message>
        <source>it has expired</source>
        <translation>ha caducado</translation>
    </message>
</context>
<context>
    <name>OriginPolicy</name>
    <message>
        <source>&quot;%1&quot; is no origin: expected scheme://host, scheme://host:port or *</source>
        <translation>«%1» no es un origen: se esperaba esquema://host, esquema://host:puerto o *</translation>
    </message>
</context>
<context>
    <name>Signalbox::AboutDialog</name>
    <message>
        <source>About Signalbox</source>
        <translation>Acerca de Signalbox</translation>
    </message>
    <message>
        <source>The real-time event server that an operator can see into.</source>
        <translation>El servidor de eventos en tiempo real cuyo interior puede ver el operador.</translation>
    </message>
    <message>
        <source>Version %1
Qt %2
%3</source>
        <translation>Versión %1
Qt %2
%3</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>Software libre bajo la Licencia Pública General de GNU, versión 3 o posterior. Se ofrece sin garantía alguna.</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>Copiar versiones</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>Signalbox::Alerts</name>
    <message>
        <source>Emergency stop</source>
        <translation>Parada de emergencia</translation>
    </message>
    <message>
        <source>Publishing is stopped.</source>
        <translation>La publicación está detenida.</translation>
    </message>
    <message>
        <source>Publishing is stopped: %1</source>
        <translation>La publicación está detenida: %1</translation>
    </message>
    <message>
        <source>Trouble with %1</source>
        <translation>Problema con %1</translation>
    </message>
    <message>
        <source>Slow clients</source>
        <translation>Clientes lentos</translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s) did not keep up and were disconnected.</source>
        <translation>
            <numerusform>%Ln cliente no mantuvo el ritmo y fue desconectado.</numerusform>
            <numerusform>%Ln clientes no mantuvieron el ritmo y fueron desconectados.</numerusform>
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
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 bytes</translation>
    </message>
</context>
<context>
    <name>Signalbox::CheckConfigCommand</name>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>any</source>
        <translation>cualquiera</translation>
    </message>
    <message>
        <source>not required</source>
        <translation>no se exige</translation>
    </message>
    <message>
        <source>required</source>
        <translation>se exige</translation>
    </message>
    <message>
        <source>required, but not to subscribe</source>
        <translation>se exige, pero no para suscribirse</translation>
    </message>
    <message>
        <source>given</source>
        <translation>indicado</translation>
    </message>
    <message>
        <source>will be made: %1</source>
        <translation>se creará: %1</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>entorno</translation>
    </message>
    <message>
        <source>listens on</source>
        <translation>escucha en</translation>
    </message>
    <message>
        <source>%1, port %2</source>
        <translation>%1, puerto %2</translation>
    </message>
    <message>
        <source>allowed origins</source>
        <translation>orígenes permitidos</translation>
    </message>
    <message>
        <source>trusted proxies</source>
        <translation>proxies de confianza</translation>
    </message>
    <message>
        <source>authentication</source>
        <translation>autenticación</translation>
    </message>
    <message>
        <source>auth tokens</source>
        <translation>tokens de autenticación</translation>
    </message>
    <message>
        <source>admin token</source>
        <translation>token de administración</translation>
    </message>
    <message>
        <source>own JWTs</source>
        <translation>JWT propios</translation>
    </message>
    <message>
        <source>%1, keys: %2, issuer: %3, audience: %4, user claim: %5</source>
        <translation>%1, claves: %2, emisor: %3, audiencia: %4, claim de usuario: %5</translation>
    </message>
    <message>
        <source>JWTs of others</source>
        <translation>JWT ajenos</translation>
    </message>
    <message>
        <source>default rooms</source>
        <translation>salas predeterminadas</translation>
    </message>
    <message>
        <source>command rate</source>
        <translation>tasa de órdenes</translation>
    </message>
    <message>
        <source>publish rate</source>
        <translation>tasa de publicación</translation>
    </message>
    <message>
        <source>data folder</source>
        <translation>carpeta de datos</translation>
    </message>
    <message>
        <source>%1, which is not there yet</source>
        <translation>%1, que aún no existe</translation>
    </message>
    <message>
        <source>emergency</source>
        <translation>emergencia</translation>
    </message>
    <message>
        <source>tripped: publishing is stopped</source>
        <translation>activada: la publicación está detenida</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>advertencia</translation>
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
        <translation>se retira</translation>
    </message>
    <message>
        <source>protocol error</source>
        <translation>error de protocolo</translation>
    </message>
    <message>
        <source>unsupported data</source>
        <translation>datos no admitidos</translation>
    </message>
    <message>
        <source>no code</source>
        <translation>sin código</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>conexión perdida</translation>
    </message>
    <message>
        <source>invalid text</source>
        <translation>texto no válido</translation>
    </message>
    <message>
        <source>policy violation</source>
        <translation>infracción de normas</translation>
    </message>
    <message>
        <source>message too big</source>
        <translation>mensaje demasiado grande</translation>
    </message>
    <message>
        <source>internal error</source>
        <translation>error interno</translation>
    </message>
    <message>
        <source>server restart</source>
        <translation>reinicio del servidor</translation>
    </message>
    <message>
        <source>token expired</source>
        <translation>token caducado</translation>
    </message>
    <message>
        <source>forbidden</source>
        <translation>prohibido</translation>
    </message>
    <message>
        <source>slow consumer</source>
        <translation>consumidor lento</translation>
    </message>
    <message>
        <source>flooding</source>
        <translation>inundación</translation>
    </message>
</context>
<context>
    <name>Signalbox::CloseDialog</name>
    <message>
        <source>&amp;Remember my answer</source>
        <translation>&amp;Recordar mi respuesta</translation>
    </message>
    <message>
        <source>Close the console</source>
        <translation>Cerrar la consola</translation>
    </message>
    <message>
        <source>Stop the server, too?</source>
        <translation>¿Detener también el servidor?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s) are connected and would lose their connection. Kept in the tray, the server goes on without a window.</source>
        <translation>
            <numerusform>%Ln cliente está conectado y perdería su conexión. Si se mantiene en la bandeja, el servidor continúa sin ventana.</numerusform>
            <numerusform>%Ln clientes están conectados y perderían su conexión. Si se mantiene en la bandeja, el servidor continúa sin ventana.</numerusform>
        </translation>
    </message>
    <message>
        <source>No client is connected. Kept in the tray, the server goes on without a window.</source>
        <translation>No hay clientes conectados. Si se mantiene en la bandeja, el servidor continúa sin ventana.</translation>
    </message>
    <message>
        <source>Settings ask again</source>
        <translation>En la configuración puede hacer que se vuelva a preguntar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Keep in the &amp;tray</source>
        <translation>Mantener en la &amp;bandeja</translation>
    </message>
    <message>
        <source>&amp;Stop the server</source>
        <translation>&amp;Detener el servidor</translation>
    </message>
    <message>
        <source>This desktop has no tray: the window could not be brought back</source>
        <translation>Este escritorio no tiene bandeja: no se podría recuperar la ventana</translation>
    </message>
</context>
<context>
    <name>Signalbox::ClosedModel</name>
    <message>
        <source>Closed</source>
        <translation>Cerrada</translation>
    </message>
    <message>
        <source>When. Filters compare how long ago that is</source>
        <translation>Cuándo. Los filtros comparan cuánto tiempo hace</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>The close code (RFC 6455)</source>
        <translation>El código de cierre (RFC 6455)</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Significado</translation>
    </message>
    <message>
        <source>What the code means</source>
        <translation>Qué significa el código</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>What was said besides</source>
        <translation>Qué más se comunicó</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sesión</translation>
    </message>
    <message>
        <source>The session&apos;s id</source>
        <translation>El identificador de la sesión</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Empty for an anonymous client</source>
        <translation>Vacío si el cliente es anónimo</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>Dialecto</translation>
    </message>
    <message>
        <source>The protocol of its messages</source>
        <translation>El protocolo de sus mensajes</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transporte</translation>
    </message>
    <message>
        <source>websocket or polling</source>
        <translation>websocket o polling</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Where it came from</source>
        <translation>De dónde venía</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Conectada</translation>
    </message>
    <message>
        <source>Since when it was connected</source>
        <translation>Desde cuándo estaba conectada</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>How long it was connected</source>
        <translation>Cuánto tiempo estuvo conectada</translation>
    </message>
    <message>
        <source>Messages sent</source>
        <translation>Mensajes enviados</translation>
    </message>
    <message>
        <source>Messages to the client</source>
        <translation>Mensajes al cliente</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Bytes to the client</source>
        <translation>Bytes al cliente</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>Bytes from the client</source>
        <translation>Bytes del cliente</translation>
    </message>
    <message>
        <source>User agent</source>
        <translation>Agente de usuario</translation>
    </message>
    <message>
        <source>What the client called itself</source>
        <translation>Cómo se identificó el cliente</translation>
    </message>
</context>
<context>
    <name>Signalbox::CommandArguments</name>
    <message>
        <source>%1 needs a value</source>
        <translation>%1 necesita un valor</translation>
    </message>
    <message>
        <source>%1 was given twice</source>
        <translation>%1 se indicó dos veces</translation>
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
        <translation>Uso: %1 check-config [opciones del servidor]

Lee opciones, entorno y archivos como lo haría un arranque, no crea ni cambia
nada, y escribe, sin secretos, por qué se regiría un servidor. Código de salida 0
si arrancaría; 2 y una línea en la salida de error si no.
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
        <translation>Uso: %1 token issue --sub USER [--room ROOM]... [--scope SCOPE]... [--ttl TIME]
           [--name NAME] [opciones del servidor]
     %1 token inspect TOKEN|- [opciones del servidor]
     %1 token list [opciones del servidor]
     %1 token revoke ID [opciones del servidor]

issue firma un JWT con el secreto que tiene un servidor con estas opciones y lo
escribe, solo, en la salida estándar; con qué revocarlo va a la salida de error.

  --sub USER      el usuario para quien es
  --room ROOM     una sala a la que puede unirse, o todas las de una clase, como
                  project:*; si se indica una o más veces, son solo esas salas.
                  Si no, todo workflow, bot y strategy, y las --default-rooms
  --scope SCOPE   subscribe, publish o admin [valor predeterminado: subscribe]
  --ttl TIME      cuánto tiempo es válido: 90s, 15m, 1h, 7d
                  [valor predeterminado: 1h]
  --name NAME     una nota para la línea de la salida de error

inspect muestra qué dice un token y si un servidor con estas opciones lo
aceptaría: código de salida 0 si es así, 1 si no. - lo lee de la entrada estándar,
donde otros usuarios de este equipo no pueden verlo.

Un servidor en marcha conoce un token emitido aquí solo por su firma: no figura
en GET /api/v1/tokens. Se puede revocar de todos modos.

list muestra los tokens que emitió el propio servidor y los que se revocaron;
revoke revoca uno por su identificador (--id=ID si empieza por guiones). Ambos
preguntan, con el token de administración de estas opciones, al servidor que
escucha donde lo haría uno con ellas; si no hay ninguno, leen o escriben el
archivo tokens.db de la carpeta de datos, por el que se guía el próximo arranque.
Un servidor que funcione en otro puerto no lo advierte hasta entonces.

Ejemplos
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
        <translation>argumento inesperado «%1»; véase --help</translation>
    </message>
    <message>
        <source>unknown option %1; see --help</source>
        <translation>opción desconocida %1; véase --help</translation>
    </message>
    <message>
        <source>%1 is not available in this version</source>
        <translation>%1 no está disponible en esta versión</translation>
    </message>
    <message>
        <source>%1 needs a value: %1 %2</source>
        <translation>%1 necesita un valor: %1 %2</translation>
    </message>
    <message>
        <source>%1 needs a value, but %2 follows</source>
        <translation>%1 necesita un valor, pero sigue %2</translation>
    </message>
    <message>
        <source>%1 takes no value</source>
        <translation>%1 no admite ningún valor</translation>
    </message>
</context>
<context>
    <name>Signalbox::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Órdenes</translation>
    </message>
    <message>
        <source>A view or a command: type some of its letters</source>
        <translation>Una vista o una orden: escriba algunas de sus letras</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>Buscar órdenes</translation>
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
        <translation>no es texto UTF-8</translation>
    </message>
    <message>
        <source>unknown section %1; there is only [General]</source>
        <translation>sección desconocida %1; solo existe [General]</translation>
    </message>
    <message>
        <source>is not of the form key=value</source>
        <translation>no tiene la forma key=value</translation>
    </message>
    <message>
        <source>has no key before the =</source>
        <translation>no tiene clave antes del =</translation>
    </message>
    <message>
        <source>%1 has no value</source>
        <translation>%1 no tiene valor</translation>
    </message>
</context>
<context>
    <name>Signalbox::ConfirmDialog</name>
    <message>
        <source>&amp;Do not ask again</source>
        <translation>&amp;No volver a preguntar</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>y %Ln más</numerusform>
            <numerusform>y %Ln más</numerusform>
        </translation>
    </message>
    <message>
        <source>What it is done to</source>
        <translation>A qué afecta</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>Signalbox::ConnectionActions</name>
    <message>
        <source>&amp;Disconnect…</source>
        <translation>&amp;Desconectar…</translation>
    </message>
    <message>
        <source>Close the selected connections for good</source>
        <translation>Cerrar definitivamente las conexiones seleccionadas</translation>
    </message>
    <message>
        <source>Disconnect &amp;all matching…</source>
        <translation>Desconectar &amp;todas las coincidentes…</translation>
    </message>
    <message>
        <source>Close all connections that match the filter</source>
        <translation>Cerrar todas las conexiones que coinciden con el filtro</translation>
    </message>
    <message>
        <source>&amp;Join a room…</source>
        <translation>&amp;Unir a una sala…</translation>
    </message>
    <message>
        <source>Put the selected connections into a room</source>
        <translation>Poner las conexiones seleccionadas en una sala</translation>
    </message>
    <message>
        <source>&amp;Leave a room…</source>
        <translation>Sacar de una &amp;sala…</translation>
    </message>
    <message>
        <source>Take the selected connections out of a room</source>
        <translation>Sacar las conexiones seleccionadas de una sala</translation>
    </message>
    <message>
        <source>&amp;Send an event…</source>
        <translation>&amp;Enviar un evento…</translation>
    </message>
    <message>
        <source>Send an event to the selected connections alone</source>
        <translation>Enviar un evento solo a las conexiones seleccionadas</translation>
    </message>
    <message>
        <source>&amp;Follow its events</source>
        <translation>Seguir sus e&amp;ventos</translation>
    </message>
    <message>
        <source>Show the events that the selected connection gets</source>
        <translation>Mostrar los eventos que recibe la conexión seleccionada</translation>
    </message>
    <message>
        <source>The console is read-only.</source>
        <translation>La consola es de solo lectura.</translation>
    </message>
    <message>
        <source>Select a connection first.</source>
        <translation>Seleccione primero una conexión.</translation>
    </message>
    <message>
        <source>Only one connection can be followed.</source>
        <translation>Solo se puede seguir una conexión.</translation>
    </message>
    <message>
        <source>Write a filter first: this is for those that match it.</source>
        <translation>Escriba primero un filtro: esto es para las conexiones que coinciden con él.</translation>
    </message>
    <message>
        <source>No connection matches the filter.</source>
        <translation>Ninguna conexión coincide con el filtro.</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>Disconnect %n client(s)? They are told not to come back.</source>
        <translation>
            <numerusform>¿Desconectar %n cliente? Se le indica que no vuelva.</numerusform>
            <numerusform>¿Desconectar %n clientes? Se les indica que no vuelvan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Disconnect all %n client(s) that match the filter? They are told not to come back.</source>
        <translation>
            <numerusform>¿Desconectar el %n cliente que coincide con el filtro? Se le indica que no vuelva.</numerusform>
            <numerusform>¿Desconectar los %n clientes que coinciden con el filtro? Se les indica que no vuelvan.</numerusform>
        </translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Desconectar</translation>
    </message>
    <message numerus="yes">
        <source>Disconnected %n client(s).</source>
        <translation>
            <numerusform>Se desconectó %n cliente.</numerusform>
            <numerusform>Se desconectaron %n clientes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Join a room</source>
        <translation>Unir a una sala</translation>
    </message>
    <message numerus="yes">
        <source>Room that %n client(s) shall join:</source>
        <translation>
            <numerusform>Sala a la que se unirá %n cliente:</numerusform>
            <numerusform>Sala a la que se unirán %n clientes:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) joined %1.</source>
        <translation>
            <numerusform>%n cliente se unió a %1.</numerusform>
            <numerusform>%n clientes se unieron a %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The selected clients are in no room.</source>
        <translation>Los clientes seleccionados no están en ninguna sala.</translation>
    </message>
    <message>
        <source>Leave a room</source>
        <translation>Sacar de una sala</translation>
    </message>
    <message numerus="yes">
        <source>Room that %n client(s) shall leave:</source>
        <translation>
            <numerusform>Sala de la que saldrá %n cliente:</numerusform>
            <numerusform>Sala de la que saldrán %n clientes:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n client(s) out of %1?</source>
        <translation>
            <numerusform>¿Sacar %n cliente de %1?</numerusform>
            <numerusform>¿Sacar %n clientes de %1?</numerusform>
        </translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Sacar</translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) left %1.</source>
        <translation>
            <numerusform>%n cliente salió de %1.</numerusform>
            <numerusform>%n clientes salieron de %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>%n cliente</numerusform>
            <numerusform>%n clientes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sent to %n client(s).</source>
        <translation>
            <numerusform>Enviado a %n cliente.</numerusform>
            <numerusform>Enviado a %n clientes.</numerusform>
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
            <numerusform>%1 bytes en %n mensaje</numerusform>
            <numerusform>%1 bytes en %n mensajes</numerusform>
        </translation>
    </message>
    <message>
        <source>Lea&amp;ve</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>Cómo terminó</translation>
    </message>
    <message>
        <source>Headers of the handshake</source>
        <translation>Cabeceras de la negociación</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Rooms and types</source>
        <translation>Salas y tipos</translation>
    </message>
    <message>
        <source>Handshake</source>
        <translation>Negociación</translation>
    </message>
    <message>
        <source>Last events</source>
        <translation>Últimos eventos</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sesión</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>User agent</source>
        <translation>Agente de usuario</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>Dialecto</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transporte</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Conectada</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Inactividad</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Ida y vuelta</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>En cola</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Token expires</source>
        <translation>El token caduca</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Ámbitos</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Salas</translation>
    </message>
    <message>
        <source>Subscribed types of events</source>
        <translation>Tipos de eventos suscritos</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>Tipos</translation>
    </message>
    <message numerus="yes">
        <source>%n connections are selected.</source>
        <translation>
            <numerusform>%n conexión seleccionada.</numerusform>
            <numerusform>%n conexiones seleccionadas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a connection to see its details.</source>
        <translation>Seleccione una conexión para ver sus detalles.</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>aún sin medir</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Rooms (%1) and types (%2)</source>
        <translation>Salas (%1) y tipos (%2)</translation>
    </message>
    <message>
        <source>The console is read-only.</source>
        <translation>La consola es de solo lectura.</translation>
    </message>
    <message>
        <source>The connection has ended.</source>
        <translation>La conexión ha terminado.</translation>
    </message>
    <message>
        <source>Select a room first.</source>
        <translation>Seleccione primero una sala.</translation>
    </message>
    <message>
        <source>Take the client out of the selected room</source>
        <translation>Sacar al cliente de la sala seleccionada</translation>
    </message>
    <message>
        <source>Stop &amp;following</source>
        <translation>Dejar de se&amp;guir</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>Se&amp;guir</translation>
    </message>
    <message>
        <source>Follow the client to see the events that it gets.</source>
        <translation>Siga al cliente para ver los eventos que recibe.</translation>
    </message>
    <message>
        <source>Its events appear here as they are published.</source>
        <translation>Sus eventos aparecen aquí a medida que se publican.</translation>
    </message>
    <message>
        <source>The last events that it got, newest first.</source>
        <translation>Los últimos eventos que recibió, del más nuevo al más antiguo.</translation>
    </message>
    <message>
        <source>Not available: %1</source>
        <translation>No disponible: %1</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>This connection ended at %1: %2</source>
        <translation>Esta conexión terminó a las %1: %2</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>cerrada</translation>
    </message>
</context>
<context>
    <name>Signalbox::ConnectionsModel</name>
    <message>
        <source>Session</source>
        <translation>Sesión</translation>
    </message>
    <message>
        <source>The session&apos;s id</source>
        <translation>El identificador de la sesión</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Empty for an anonymous client</source>
        <translation>Vacío si el cliente es anónimo</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>Dialecto</translation>
    </message>
    <message>
        <source>The protocol of its messages</source>
        <translation>El protocolo de sus mensajes</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transporte</translation>
    </message>
    <message>
        <source>websocket or polling</source>
        <translation>websocket o polling</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>De dónde viene</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Salas</translation>
    </message>
    <message>
        <source>How many rooms it is in</source>
        <translation>En cuántas salas está</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>Tipos</translation>
    </message>
    <message>
        <source>How many types of events it has subscribed to</source>
        <translation>A cuántos tipos de eventos se ha suscrito</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>En cola</translation>
    </message>
    <message>
        <source>Bytes that wait to be sent</source>
        <translation>Bytes a la espera de envío</translation>
    </message>
    <message>
        <source>Messages sent</source>
        <translation>Mensajes enviados</translation>
    </message>
    <message>
        <source>Messages to the client</source>
        <translation>Mensajes al cliente</translation>
    </message>
    <message>
        <source>Messages received</source>
        <translation>Mensajes recibidos</translation>
    </message>
    <message>
        <source>Messages from the client</source>
        <translation>Mensajes del cliente</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Bytes to the client</source>
        <translation>Bytes al cliente</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>Bytes from the client</source>
        <translation>Bytes del cliente</translation>
    </message>
    <message>
        <source>RTT</source>
        <translation>RTT</translation>
    </message>
    <message>
        <source>How long a ping takes there and back</source>
        <translation>Cuánto tarda un ping en ir y volver</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Conectada</translation>
    </message>
    <message>
        <source>Since when. Filters compare how long that is</source>
        <translation>Desde cuándo. Los filtros comparan cuánto tiempo hace</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Inactividad</translation>
    </message>
    <message>
        <source>User agent</source>
        <translation>Agente de usuario</translation>
    </message>
    <message>
        <source>What the client calls itself</source>
        <translation>Cómo se identifica el cliente</translation>
    </message>
    <message>
        <source>active</source>
        <translation>activa</translation>
    </message>
    <message>
        <source>quiet</source>
        <translation>callada</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>lenta</translation>
    </message>
    <message>
        <source>active, quiet (it sent no message for a minute) or slow (data waits to be sent)</source>
        <translation>activa (active), callada (quiet: no envió ningún mensaje durante un minuto) o lenta (slow: hay datos a la espera de envío)</translation>
    </message>
    <message>
        <source>Since the client last sent a message: a command, say. Heartbeats do not count</source>
        <translation>Desde que el cliente envió su último mensaje, por ejemplo una orden. Los latidos no cuentan</translation>
    </message>
</context>
<context>
    <name>Signalbox::ConnectionsView</name>
    <message>
        <source>No clients yet</source>
        <translation>Aún no hay clientes</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abiertas</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerradas</translation>
    </message>
    <message>
        <source>Open connections</source>
        <translation>Conexiones abiertas</translation>
    </message>
    <message>
        <source>No connection matches the filter.</source>
        <translation>Ninguna conexión coincide con el filtro.</translation>
    </message>
    <message>
        <source>&amp;Copy the address</source>
        <translation>&amp;Copiar la dirección</translation>
    </message>
    <message>
        <source>&amp;Open in the browser</source>
        <translation>&amp;Abrir en el navegador</translation>
    </message>
    <message>
        <source>Copied the address.</source>
        <translation>Se copió la dirección.</translation>
    </message>
    <message>
        <source>Closed connections</source>
        <translation>Conexiones cerradas</translation>
    </message>
    <message>
        <source>No connection has ended yet</source>
        <translation>Aún no ha terminado ninguna conexión</translation>
    </message>
    <message>
        <source>The last %1 that end are kept here, with the code and the reason.</source>
        <translation>Aquí se guardan las últimas %1 que terminan, con el código y el motivo.</translation>
    </message>
    <message>
        <source>Open (%1)</source>
        <translation>Abiertas (%1)</translation>
    </message>
    <message>
        <source>Closed (%1)</source>
        <translation>Cerradas (%1)</translation>
    </message>
    <message>
        <source>No clients.</source>
        <translation>No hay clientes.</translation>
    </message>
    <message>
        <source>The server is starting.</source>
        <translation>El servidor está arrancando.</translation>
    </message>
    <message>
        <source>To try it, open %1 in a browser.</source>
        <translation>Para probarlo, abra %1 en un navegador.</translation>
    </message>
    <message>
        <source>The connection %1 is not there any more.</source>
        <translation>La conexión %1 ya no existe.</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Conexiones</translation>
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
        <translation>debe ser la ruta de un archivo</translation>
    </message>
    <message>
        <source>%1 is not a regular file</source>
        <translation>%1 no es un archivo normal</translation>
    </message>
    <message>
        <source>cannot read %1: %2</source>
        <translation>no se puede leer %1: %2</translation>
    </message>
    <message>
        <source>%1 is too large: at most %2 KiB</source>
        <translation>%1 es demasiado grande: como máximo %2 KiB</translation>
    </message>
    <message>
        <source>%1 can be read by other users of this machine; chmod 600 keeps it private</source>
        <translation>otros usuarios de este equipo pueden leer %1; chmod 600 lo mantiene privado</translation>
    </message>
</context>
<context>
    <name>Signalbox::DataFolder</name>
    <message>
        <source>cannot write %1: %2; --data-dir names another folder</source>
        <translation>no se puede escribir %1: %2; --data-dir indica otra carpeta</translation>
    </message>
    <message>
        <source>no folder to keep data in: neither HOME nor XDG_DATA_HOME is set; --data-dir names one</source>
        <translation>no hay carpeta donde guardar datos: ni HOME ni XDG_DATA_HOME están definidas; --data-dir indica una</translation>
    </message>
    <message>
        <source>it is a file</source>
        <translation>es un archivo</translation>
    </message>
    <message>
        <source>%1 belongs to another user; remove it</source>
        <translation>%1 pertenece a otro usuario; elimínelo</translation>
    </message>
    <message>
        <source>%1; remove it to have a new one made</source>
        <translation>%1; elimínelo para que se cree uno nuevo</translation>
    </message>
    <message>
        <source>%1 holds more than one secret; remove it to have a new one made</source>
        <translation>%1 contiene más de un secreto; elimínelo para que se cree uno nuevo</translation>
    </message>
    <message>
        <source>cannot write %1: %2</source>
        <translation>no se puede escribir %1: %2</translation>
    </message>
    <message>
        <source>cannot remove %1: %2</source>
        <translation>no se puede eliminar %1: %2</translation>
    </message>
</context>
<context>
    <name>Signalbox::DecodeTokenDialog</name>
    <message>
        <source>Decode and verify a token</source>
        <translation>Decodificar y verificar un token</translation>
    </message>
    <message>
        <source>&amp;Token:</source>
        <translation>&amp;Token:</translation>
    </message>
    <message>
        <source>Paste a token here. It stays on this machine.</source>
        <translation>Pegue aquí un token. No sale de este equipo.</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Veredicto</translation>
    </message>
    <message>
        <source>Header and claims</source>
        <translation>Cabecera y claims</translation>
    </message>
    <message>
        <source>Header and claims of a JWT are shown here.</source>
        <translation>Aquí se muestran la cabecera y los claims de un JWT.</translation>
    </message>
</context>
<context>
    <name>Signalbox::EmergencyDialog</name>
    <message>
        <source>Emergency stop</source>
        <translation>Parada de emergencia</translation>
    </message>
    <message>
        <source>Stop all publishing?</source>
        <translation>¿Detener toda publicación?</translation>
    </message>
    <message>
        <source>Every event that is published is refused until you set the switch back. It stays set when the server is restarted.</source>
        <translation>Todo evento que se publique se rechaza hasta que usted restablezca el interruptor. Sigue activado tras reiniciar el servidor.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s) stay connected and get no new events.</source>
        <translation>
            <numerusform>%Ln cliente sigue conectado y no recibe eventos nuevos.</numerusform>
            <numerusform>%Ln clientes siguen conectados y no reciben eventos nuevos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Such as: wrong prices from the feed</source>
        <translation>Por ejemplo: precios erróneos de la fuente</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Stop publishing</source>
        <translation>Detener la publicación</translation>
    </message>
    <message>
        <source>The console is read-only: nothing was changed.</source>
        <translation>La consola es de solo lectura: no se cambió nada.</translation>
    </message>
    <message>
        <source>End the emergency stop</source>
        <translation>Terminar la parada de emergencia</translation>
    </message>
    <message>
        <source>Take events again? Publishers that were refused may all come at once.</source>
        <translation>¿Volver a aceptar eventos? Quienes fueron rechazados pueden volver todos a la vez.</translation>
    </message>
    <message>
        <source>Take events again</source>
        <translation>Volver a aceptar eventos</translation>
    </message>
    <message>
        <source>The emergency switch could not be set: %1</source>
        <translation>No se pudo cambiar el interruptor de emergencia: %1</translation>
    </message>
    <message>
        <source>Publishing is stopped.</source>
        <translation>La publicación está detenida.</translation>
    </message>
    <message>
        <source>Events are taken again.</source>
        <translation>Se vuelven a aceptar eventos.</translation>
    </message>
    <message>
        <source>&amp;Reason, told to publishers and to every client:</source>
        <translation>&amp;Motivo, que se comunica a quien publica y a todos los clientes:</translation>
    </message>
</context>
<context>
    <name>Signalbox::EmergencyFile</name>
    <message>
        <source>%1 does not hold an emergency state</source>
        <translation>%1 no contiene un estado de emergencia</translation>
    </message>
    <message>
        <source>cannot read %1: %2</source>
        <translation>no se puede leer %1: %2</translation>
    </message>
</context>
<context>
    <name>Signalbox::EventDetails</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>The event, or a command that publishes it</source>
        <translation>El evento, o una orden que lo publica</translation>
    </message>
    <message>
        <source>Publish again…</source>
        <translation>Volver a publicar…</translation>
    </message>
    <message>
        <source>Opens it in the publisher, where it can be changed first</source>
        <translation>Lo abre en «Publicar», donde antes se puede modificar</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Marcar</translation>
    </message>
    <message>
        <source>Marks the event (M); F3 leads from mark to mark</source>
        <translation>Marca el evento (M); F3 lleva de marca en marca</translation>
    </message>
    <message>
        <source>Select an event to read it.</source>
        <translation>Seleccione un evento para leerlo.</translation>
    </message>
    <message>
        <source>The selected event as JSON</source>
        <translation>El evento seleccionado como JSON</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Who would receive this?</source>
        <translation>¿Quién recibiría esto?</translation>
    </message>
    <message>
        <source>Connections that would get it if it were published now</source>
        <translation>Conexiones que lo recibirían si se publicara ahora</translation>
    </message>
    <message>
        <source>As JSON</source>
        <translation>Como JSON</translation>
    </message>
    <message>
        <source>As a curl command</source>
        <translation>Como orden curl</translation>
    </message>
    <message>
        <source>Select an event first.</source>
        <translation>Seleccione primero un evento.</translation>
    </message>
    <message>
        <source>%1 · delivered to %2</source>
        <translation>%1 · entregado a %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s)</source>
        <translation>
            <numerusform>%Ln conexión</numerusform>
            <numerusform>%Ln conexiones</numerusform>
        </translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>Marcado</translation>
    </message>
    <message>
        <source>The console is read-only.</source>
        <translation>La consola es de solo lectura.</translation>
    </message>
    <message>
        <source>The event is in the clipboard.</source>
        <translation>El evento está en el portapapeles.</translation>
    </message>
    <message>
        <source>The command is in the clipboard. Set SIGNALBOX_TOKEN before you run it.</source>
        <translation>La orden está en el portapapeles. Defina SIGNALBOX_TOKEN antes de ejecutarla.</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Preguntando al servidor…</translation>
    </message>
    <message>
        <source>Nobody: no connection is where it would go.</source>
        <translation>Nadie: no hay conexiones donde llegaría.</translation>
    </message>
</context>
<context>
    <name>Signalbox::EventFamily</name>
    <message>
        <source>Project</source>
        <translation>Proyecto</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agente</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>Flujo de trabajo</translation>
    </message>
    <message>
        <source>Pull request</source>
        <translation>Pull request</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Incidencia</translation>
    </message>
    <message>
        <source>AI</source>
        <translation>IA</translation>
    </message>
    <message>
        <source>Bot</source>
        <translation>Bot</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Estrategia</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otros</translation>
    </message>
</context>
<context>
    <name>Signalbox::EventFields</name>
    <message>
        <source>Type, such as workflow.*</source>
        <translation>Tipo, como workflow.*</translation>
    </message>
    <message>
        <source>A room that it goes to</source>
        <translation>Una sala a la que va</translation>
    </message>
    <message>
        <source>The user that it is for</source>
        <translation>El usuario para quien es</translation>
    </message>
    <message>
        <source>Event id</source>
        <translation>Identificador del evento</translation>
    </message>
    <message>
        <source>Connections that it was delivered to</source>
        <translation>Conexiones a las que se entregó</translation>
    </message>
    <message>
        <source>Bytes of its body</source>
        <translation>Bytes de su cuerpo</translation>
    </message>
    <message>
        <source>Something in its body</source>
        <translation>Algo en su cuerpo</translation>
    </message>
    <message>
        <source>How long ago it was accepted</source>
        <translation>Cuánto hace que se aceptó</translation>
    </message>
</context>
<context>
    <name>Signalbox::EventTable</name>
    <message>
        <source>Events</source>
        <translation>Eventos</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <comment>events</comment>
        <translation>
            <numerusform>%Ln nuevo</numerusform>
            <numerusform>%Ln nuevos</numerusform>
        </translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Más nuevo</translation>
    </message>
    <message>
        <source>To the newest event, and on with what comes (End)</source>
        <translation>Ir al evento más nuevo y seguir con lo que llegue (Fin)</translation>
    </message>
</context>
<context>
    <name>Signalbox::EventsModel</name>
    <message>
        <source>marked, %1</source>
        <translation>marcado, %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) skipped</source>
        <extracomment>Events that passed and are not in the list.</extracomment>
        <translation>
            <numerusform>%Ln evento omitido</numerusform>
            <numerusform>%Ln eventos omitidos</numerusform>
        </translation>
    </message>
    <message>
        <source>More passed than is worth carrying to somebody who reads, or than is kept.</source>
        <translation>Pasaron más de los que una persona puede leer o de los que se guardan.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln byte</numerusform>
            <numerusform>%Ln bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Event id</source>
        <translation>Identificador del evento</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Salas</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Destinatarios</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Cuerpo</translation>
    </message>
</context>
<context>
    <name>Signalbox::EventsView</name>
    <message>
        <source>Stop following</source>
        <translation>Dejar de seguir</translation>
    </message>
    <message>
        <source>Filter: type:workflow.* room:project:7 size&gt;10k</source>
        <translation>Filtro: type:workflow.* room:project:7 size&gt;10k</translation>
    </message>
    <message>
        <source>Only matches</source>
        <translation>Solo coincidencias</translation>
    </message>
    <message>
        <source>On: the filter hides what does not match. Off: F3 leads from match to match.</source>
        <translation>Activado: el filtro oculta lo que no coincide. Desactivado: F3 lleva de coincidencia en coincidencia.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Vaciar</translation>
    </message>
    <message>
        <source>Empties the list; the server&apos;s history stays.</source>
        <translation>Vacía la lista; el historial del servidor se conserva.</translation>
    </message>
    <message>
        <source>Publish an event…</source>
        <translation>Publicar un evento…</translation>
    </message>
    <message>
        <source>Mark or unmark</source>
        <translation>Marcar o desmarcar</translation>
    </message>
    <message>
        <source>Next mark or match</source>
        <translation>Marca o coincidencia siguiente</translation>
    </message>
    <message>
        <source>Previous mark or match</source>
        <translation>Marca o coincidencia anterior</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Copiar como JSON</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Copiar como curl</translation>
    </message>
    <message>
        <source>Who would receive this?</source>
        <translation>¿Quién recibiría esto?</translation>
    </message>
    <message>
        <source>Publish again…</source>
        <translation>Volver a publicar…</translation>
    </message>
    <message>
        <source>Clear the events</source>
        <translation>Vaciar los eventos</translation>
    </message>
    <message>
        <source>Following the connection %1: only events that it gets are shown.</source>
        <translation>Siguiendo la conexión %1: solo se muestran los eventos que recibe.</translation>
    </message>
    <message>
        <source>No event matches the filter.</source>
        <translation>Ningún evento coincide con el filtro.</translation>
    </message>
    <message>
        <source>None of the events went to this connection.</source>
        <translation>Ninguno de los eventos fue a esta conexión.</translation>
    </message>
    <message>
        <source>No event is marked. M marks the selected one.</source>
        <translation>No hay eventos marcados. M marca el seleccionado.</translation>
    </message>
    <message>
        <source>So much does not go into the clipboard: export it instead.</source>
        <translation>Tanto no cabe en el portapapeles: expórtelo en su lugar.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) copied</source>
        <translation>
            <numerusform>%Ln evento copiado</numerusform>
            <numerusform>%Ln eventos copiados</numerusform>
        </translation>
    </message>
    <message>
        <source>Only the type %1</source>
        <translation>Solo el tipo %1</translation>
    </message>
    <message>
        <source>Only the room %1</source>
        <translation>Solo la sala %1</translation>
    </message>
    <message>
        <source>Show the room</source>
        <translation>Mostrar la sala</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Show what passed meanwhile, and go on (Ctrl+P)</source>
        <translation>Mostrar lo que pasó entretanto y continuar (Ctrl+P)</translation>
    </message>
    <message>
        <source>Hold the list still; what comes is kept aside (Ctrl+P)</source>
        <translation>Detener la lista; lo que llegue se guarda aparte (Ctrl+P)</translation>
    </message>
    <message numerus="yes">
        <source>Paused. %Ln event(s) passed meanwhile.</source>
        <translation>
            <numerusform>En pausa. Entretanto pasó %Ln evento.</numerusform>
            <numerusform>En pausa. Entretanto pasaron %Ln eventos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them cannot be shown.</source>
        <translation>
            <numerusform>%Ln de ellos no se puede mostrar.</numerusform>
            <numerusform>%Ln de ellos no se pueden mostrar.</numerusform>
        </translation>
    </message>
    <message>
        <source>The buffer is %1 % full.</source>
        <translation>El búfer está al %1 %.</translation>
    </message>
    <message>
        <source>No events yet</source>
        <translation>Aún no hay eventos</translation>
    </message>
    <message>
        <source>No events for this connection yet</source>
        <translation>Aún no hay eventos para esta conexión</translation>
    </message>
    <message>
        <source>Events show here as they are published, over HTTP, Redis or the Publish page.</source>
        <translation>Los eventos aparecen aquí a medida que se publican: por HTTP, por Redis o en la página «Publicar».</translation>
    </message>
    <message>
        <source>There is nothing to be exported.</source>
        <translation>No hay nada que exportar.</translation>
    </message>
    <message>
        <source>Export events</source>
        <translation>Exportar eventos</translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl);;CSV (*.csv)</source>
        <translation>JSON Lines (*.jsonl);;CSV (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) written to %1</source>
        <translation>
            <numerusform>%Ln evento escrito en %1</numerusform>
            <numerusform>%Ln eventos escritos en %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>no se pudo escribir %1: %2</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Eventos</translation>
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
        <translation>No hay nada antes de «OR».</translation>
    </message>
    <message>
        <source>Nothing stands after “OR”.</source>
        <translation>No hay nada después de «OR».</translation>
    </message>
    <message>
        <source>The closing quote is missing.</source>
        <translation>Faltan las comillas de cierre.</translation>
    </message>
    <message>
        <source>A blank must follow the closing quote.</source>
        <translation>Tras las comillas de cierre debe haber un espacio.</translation>
    </message>
    <message>
        <source>Nothing stands after “-”.</source>
        <translation>No hay nada después de «-».</translation>
    </message>
    <message>
        <source>There is nothing between the quotes.</source>
        <translation>No hay nada entre las comillas.</translation>
    </message>
    <message>
        <source>There is no field “%1”. To search for the text, put it in quotes.</source>
        <translation>No existe el campo «%1». Para buscar el texto, póngalo entre comillas.</translation>
    </message>
    <message>
        <source>There is no field “%1”. Did you mean “%2”?</source>
        <translation>No existe el campo «%1». ¿Quiso decir «%2»?</translation>
    </message>
    <message>
        <source>A value is missing after “%1”.</source>
        <translation>Falta un valor después de «%1».</translation>
    </message>
    <message>
        <source>“%1” is text, which is neither more nor less. Write “:”.</source>
        <translation>«%1» es texto, que no es mayor ni menor. Escriba «:».</translation>
    </message>
    <message>
        <source>“%1” is no duration. Write it as 90s, 5m, 1h or 250ms.</source>
        <translation>«%1» no es una duración. Escríbala como 90s, 5m, 1h o 250ms.</translation>
    </message>
    <message>
        <source>“%1” is no number. Write it as 4408, 10k, 1.5M or 10..20.</source>
        <translation>«%1» no es un número. Escríbalo como 4408, 10k, 1.5M o 10..20.</translation>
    </message>
</context>
<context>
    <name>Signalbox::FilterBar</name>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Filter error</source>
        <translation>Error en el filtro</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>At %1: %2</source>
        <translation>En %1: %2</translation>
    </message>
    <message>
        <source>Words search all texts.
user:anna idle&gt;60 queue&gt;=10k – fields
-user:bob – all but bob
room:project:* – * is any text
&quot;two words&quot;, a OR b, code:4400..4499
Durations: 500ms, 90s, 5m, 1h</source>
        <translation>Las palabras buscan en todos los textos.
user:anna idle&gt;60 queue&gt;=10k – campos
-user:bob – todos menos bob
room:project:* – * es cualquier texto
&quot;dos palabras&quot;, a OR b, code:4400..4499
Duraciones: 500ms, 90s, 5m, 1h</translation>
    </message>
</context>
<context>
    <name>Signalbox::FrontDoor</name>
    <message>
        <source>Cannot listen on %1 port %2: %3</source>
        <translation>No se puede escuchar en %1 puerto %2: %3</translation>
    </message>
    <message>
        <source>QHttpServer does not take the listening socket</source>
        <translation>QHttpServer no acepta el socket de escucha</translation>
    </message>
</context>
<context>
    <name>Signalbox::HealthPanel</name>
    <message>
        <source>healthy</source>
        <translation>en orden</translation>
    </message>
    <message>
        <source>degraded</source>
        <translation>degradado</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>con fallo</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Eventos</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Salud</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>component: state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>arrancando</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Arrancando…</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>detenida</translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation>Publicación</translation>
    </message>
</context>
<context>
    <name>Signalbox::HelpText</name>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Acceso</translation>
    </message>
    <message>
        <source>Storage and limits</source>
        <translation>Almacenamiento y límites</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demostración</translation>
    </message>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>default: %1</source>
        <translation>valor predeterminado: %1</translation>
    </message>
    <message>
        <source>may be repeated</source>
        <translation>se puede repetir</translation>
    </message>
    <message>
        <source>Look around, with events to see; then open http://localhost:8001/client:</source>
        <translation>Echar un vistazo, con eventos que ver; después abra http://localhost:8001/client:</translation>
    </message>
    <message>
        <source>Serve in production, behind a proxy on this machine:</source>
        <translation>Servir en producción, tras un proxy en este equipo:</translation>
    </message>
    <message>
        <source>Take everything from a file:</source>
        <translation>Tomarlo todo de un archivo:</translation>
    </message>
    <message>
        <source>Usage: %1 [options]</source>
        <translation>Uso: %1 [opciones]</translation>
    </message>
    <message>
        <source>       %1 check-config [options]</source>
        <translation>      %1 check-config [opciones]</translation>
    </message>
    <message>
        <source>       %1 token issue|inspect ...  (see %1 token --help)</source>
        <translation>      %1 token issue|inspect ...  (véase %1 token --help)</translation>
    </message>
    <message>
        <source>Signalbox takes events in and sends them on to live clients: Socket.IO and WebSocket, on one port.</source>
        <translation>Signalbox recibe eventos y los reenvía a los clientes conectados: Socket.IO y WebSocket en un solo puerto.</translation>
    </message>
    <message>
        <source>The command line comes before the environment, the environment before the file of --config. Names in square brackets are environment variables; where an option may be repeated, theirs and the file&apos;s take a list with commas (tokens excepted). A switch can be turned off: --no-demo. Times are seconds, or 500ms; sizes are bytes, or 64K, 1M, 1G.</source>
        <translation>La línea de órdenes precede al entorno, y el entorno al archivo de --config. Los nombres entre corchetes son variables de entorno; donde una opción se puede repetir, el entorno y el archivo toman una lista con comas (salvo los tokens). Un interruptor se puede desactivar: --no-demo. Los tiempos son segundos, o 500ms; los tamaños son bytes, o 64K, 1M, 1G.</translation>
    </message>
    <message>
        <source>SIGTERM and SIGINT end the server in good order. SIGHUP reads tokens, keys, origins, proxies and the log&apos;s options again.</source>
        <translation>SIGTERM y SIGINT terminan el servidor de forma ordenada. SIGHUP vuelve a leer tokens, claves, orígenes, proxies y las opciones del registro.</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Ejemplos</translation>
    </message>
</context>
<context>
    <name>Signalbox::HelpView</name>
    <message>
        <source>Search the guide</source>
        <translation>Buscar en la guía</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>No se encontró nada</translation>
    </message>
    <message>
        <source>Try fewer or other words.</source>
        <translation>Pruebe con menos palabras o con otras.</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guía</translation>
    </message>
    <message>
        <source>%1 › %2</source>
        <comment>document, section</comment>
        <translation>%1 › %2</translation>
    </message>
    <message>
        <source>%1 cannot be opened here.</source>
        <translation>%1 no se puede abrir aquí.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
</context>
<context>
    <name>Signalbox::IssueTokenDialog</name>
    <message>
        <source>&amp;Only these rooms:</source>
        <translation>Solo &amp;estas salas:</translation>
    </message>
    <message>
        <source>&amp;subscribe</source>
        <translation>&amp;suscribirse (subscribe)</translation>
    </message>
    <message>
        <source>&amp;publish</source>
        <translation>&amp;publicar (publish)</translation>
    </message>
    <message>
        <source>&amp;admin: may do everything an operator may</source>
        <translation>&amp;admin: puede hacer todo lo que puede un operador</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>Issue a token</source>
        <translation>Emitir un token</translation>
    </message>
    <message>
        <source>such as alice</source>
        <translation>como alice</translation>
    </message>
    <message>
        <source>a note for the list, such as “Alice&apos;s laptop”</source>
        <translation>una nota para la lista, como «Portátil de Alice»</translation>
    </message>
    <message>
        <source>such as project:7 agent:*</source>
        <translation>como project:7 agent:*</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Salas</translation>
    </message>
    <message>
        <source>Otherwise it may join every workflow, bot and strategy, and the default rooms.</source>
        <translation>Si no, puede unirse a todo workflow, bot y strategy, y a las salas predeterminadas.</translation>
    </message>
    <message>
        <source>Lifetime</source>
        <translation>Vigencia</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutos</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>horas</translation>
    </message>
    <message>
        <source>days</source>
        <translation>días</translation>
    </message>
    <message>
        <source>Unit of the lifetime</source>
        <translation>Unidad de la vigencia</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Qué está mal</translation>
    </message>
    <message>
        <source>S&amp;ubject:</source>
        <translation>Su&amp;jeto:</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Nombre:</translation>
    </message>
    <message>
        <source>Rooms:</source>
        <translation>Salas:</translation>
    </message>
    <message>
        <source>Scopes:</source>
        <translation>Ámbitos:</translation>
    </message>
    <message>
        <source>&amp;Lifetime:</source>
        <translation>&amp;Vigencia:</translation>
    </message>
    <message>
        <source>&amp;Issue</source>
        <translation>Emi&amp;tir</translation>
    </message>
    <message>
        <source>Copy it now: it is shown this once, and kept nowhere.</source>
        <translation>Cópielo ahora: solo se muestra esta vez y no se guarda en ninguna parte.</translation>
    </message>
    <message>
        <source>The token</source>
        <translation>El token</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Ce&amp;rrar</translation>
    </message>
    <message>
        <source>A token needs a subject: the user it is for.</source>
        <translation>Un token necesita un sujeto: el usuario para quien es.</translation>
    </message>
    <message>
        <source>A subject has 1 to 255 bytes, without control characters and *.</source>
        <translation>Un sujeto tiene de 1 a 255 bytes, sin caracteres de control ni *.</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>El nombre es demasiado largo.</translation>
    </message>
    <message>
        <source>“%1” is neither a room such as project:7 nor all of a kind such as project:*.</source>
        <translation>«%1» no es ni una sala como project:7 ni todas las de una clase como project:*.</translation>
    </message>
    <message>
        <source>Choose one scope at least.</source>
        <translation>Elija al menos un ámbito.</translation>
    </message>
    <message>
        <source>A token lives 365 days at most.</source>
        <translation>Un token es válido 365 días como mucho.</translation>
    </message>
    <message>
        <source>The token of %1, valid until %2:</source>
        <translation>El token de %1, válido hasta %2:</translation>
    </message>
    <message>
        <source>A token was issued</source>
        <translation>Se emitió un token</translation>
    </message>
    <message>
        <source>&amp;Copied</source>
        <translation>&amp;Copiado</translation>
    </message>
</context>
<context>
    <name>Signalbox::JsonEditor</name>
    <message>
        <source>JSON editor</source>
        <translation>Editor JSON</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Dar formato</translation>
    </message>
    <message>
        <source>Indent the text (Ctrl+Shift+F). Numbers and strings stay as written.</source>
        <translation>Sangra el texto (Ctrl+Mayús+F). Los números y las cadenas quedan como se escribieron.</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Línea %1, columna %2: %3</translation>
    </message>
    <message>
        <source>Valid JSON</source>
        <translation>JSON válido</translation>
    </message>
</context>
<context>
    <name>Signalbox::JsonView</name>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Showing %1…</source>
        <translation>Mostrando %1…</translation>
    </message>
    <message>
        <source>Indented, the text is too large to be shown to its end.</source>
        <translation>Con sangría, el texto es demasiado largo para mostrarlo hasta el final.</translation>
    </message>
    <message>
        <source>This is the beginning of %1.</source>
        <translation>Este es el comienzo de %1.</translation>
    </message>
</context>
<context>
    <name>Signalbox::JwtKeys</name>
    <message>
        <source>--jwt-secret-file or JWT_SECRET</source>
        <translation>--jwt-secret-file o JWT_SECRET</translation>
    </message>
</context>
<context>
    <name>Signalbox::JwtSecret</name>
    <message>
        <source>The signing key was configured (--jwt-secret-file or JWT_SECRET): put a new one before it there</source>
        <translation>La clave de firma está configurada (--jwt-secret-file o JWT_SECRET): ponga allí una nueva delante de ella</translation>
    </message>
</context>
<context>
    <name>Signalbox::Language</name>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
</context>
<context>
    <name>Signalbox::LogModel</name>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Filters compare how long ago that is</source>
        <translation>Los filtros comparan cuánto tiempo hace</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>debug, info, warning or error</source>
        <translation>debug, info, warning o error</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Evento</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué ocurrió</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>debug</source>
        <translation>depuración</translation>
    </message>
    <message>
        <source>info</source>
        <translation>info</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>advertencia</translation>
    </message>
    <message>
        <source>error</source>
        <translation>error</translation>
    </message>
</context>
<context>
    <name>Signalbox::LogView</name>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>No line matches the filter.</source>
        <translation>Ninguna línea coincide con el filtro.</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Todos los niveles</translation>
    </message>
    <message>
        <source>Info and above</source>
        <translation>Información y superiores</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Advertencias y errores</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Errores</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>Clear what is shown here. The server&apos;s own log stays.</source>
        <translation>Vacía lo que se muestra aquí. El registro propio del servidor se conserva.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Vaciar</translation>
    </message>
    <message>
        <source>Log state</source>
        <translation>Estado del registro</translation>
    </message>
    <message>
        <source>Nothing was logged yet</source>
        <translation>Aún no se ha registrado nada</translation>
    </message>
    <message>
        <source>Lines appear here when clients connect, are refused or leave, when somebody changes something, and when something goes wrong.</source>
        <translation>Aparecen líneas aquí cuando los clientes se conectan, son rechazados o se van, cuando alguien cambia algo y cuando algo falla.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Show what has come meanwhile (Ctrl+P)</source>
        <translation>Mostrar lo que llegó entretanto (Ctrl+P)</translation>
    </message>
    <message>
        <source>Keep the lines in place to read them (Ctrl+P)</source>
        <translation>Mantener las líneas en su lugar para leerlas (Ctrl+P)</translation>
    </message>
    <message numerus="yes">
        <source>Paused. %n line(s) came since.</source>
        <translation>
            <numerusform>En pausa. Desde entonces llegó %n línea.</numerusform>
            <numerusform>En pausa. Desde entonces llegaron %n líneas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) came too fast to be shown.</source>
        <translation>
            <numerusform>%n línea llegó demasiado rápido para mostrarla.</numerusform>
            <numerusform>%n líneas llegaron demasiado rápido para mostrarlas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Older lines than the last %1 are not kept here.</source>
        <translation>Aquí no se guardan líneas anteriores a las últimas %1.</translation>
    </message>
</context>
<context>
    <name>Signalbox::Main</name>
    <message>
        <source>Console:
  --read-only              nothing can be changed from the window
  -platform offscreen      no window
</source>
        <translation>Consola:
  --read-only              desde la ventana no se puede cambiar nada
  -platform offscreen      sin ventana
</translation>
    </message>
    <message>
        <source>The server cannot start</source>
        <translation>El servidor no puede iniciarse</translation>
    </message>
</context>
<context>
    <name>Signalbox::MainWindow</name>
    <message>
        <source>Take events again…</source>
        <translation>Volver a aceptar eventos…</translation>
    </message>
    <message>
        <source>Signalbox</source>
        <translation>Signalbox</translation>
    </message>
    <message>
        <source>The server is draining: it takes no new clients and ends when the last one is gone.</source>
        <translation>El servidor se está apagando: no acepta clientes nuevos y termina cuando se vaya el último.</translation>
    </message>
    <message>
        <source>The console is read-only</source>
        <translation>La consola es de solo lectura</translation>
    </message>
    <message>
        <source>Refuse every event that is published</source>
        <translation>Rechazar todo evento que se publique</translation>
    </message>
    <message>
        <source>Publishing is stopped: every event is refused.</source>
        <translation>La publicación está detenida: se rechaza todo evento.</translation>
    </message>
    <message>
        <source>Publishing is stopped: every event is refused. Reason: %1</source>
        <translation>La publicación está detenida: se rechaza todo evento. Motivo: %1</translation>
    </message>
    <message>
        <source>Take &amp;events again…</source>
        <translation>Volver a aceptar &amp;eventos…</translation>
    </message>
    <message>
        <source>&amp;Emergency stop…</source>
        <translation>Parada de &amp;emergencia…</translation>
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
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>Dialecto</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transporte</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Salas</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>En cola</translation>
    </message>
    <message>
        <source>Bytes that wait to be sent to it</source>
        <translation>Bytes que esperan a ser enviados a ella</translation>
    </message>
</context>
<context>
    <name>Signalbox::MembersView</name>
    <message>
        <source>Show connection</source>
        <translation>Mostrar la conexión</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Conexiones</translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s)</source>
        <translation>
            <numerusform>%Ln conexión</numerusform>
            <numerusform>%Ln conexiones</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, the first %2 are listed</source>
        <translation>%1; se muestran los %2 primeros</translation>
    </message>
</context>
<context>
    <name>Signalbox::MetricTile</name>
    <message>
        <source>Warning</source>
        <translation>Advertencia</translation>
    </message>
</context>
<context>
    <name>Signalbox::OperatorCommand</name>
    <message>
        <source>token needs issue, inspect, list or revoke; see %1 token --help</source>
        <translation>token necesita issue, inspect, list o revoke; véase %1 token --help</translation>
    </message>
</context>
<context>
    <name>Signalbox::OptionFields</name>
    <message>
        <source>%1: a token of less than %2 characters can be guessed</source>
        <translation>%1: un token de menos de %2 caracteres se puede adivinar</translation>
    </message>
    <message>
        <source>there are more than %1 JWT keys</source>
        <translation>hay más de %1 claves JWT</translation>
    </message>
    <message>
        <source>%1 holds %2 tokens; there is one admin token</source>
        <translation>%1 contiene %2 tokens; hay un solo token de administración</translation>
    </message>
    <message>
        <source>%1 holds %2 bytes; a JWT secret must have at least %3</source>
        <translation>%1 contiene %2 bytes; un secreto JWT debe tener al menos %3</translation>
    </message>
    <message>
        <source>%1 holds a private key; the server needs the public one alone, and the private one is safer elsewhere</source>
        <translation>%1 contiene una clave privada; el servidor solo necesita la pública, y la privada está más segura en otro lugar</translation>
    </message>
    <message>
        <source>%1 holds no key</source>
        <translation>%1 no contiene ninguna clave</translation>
    </message>
</context>
<context>
    <name>Signalbox::OptionTable</name>
    <message>
        <source>Listen on this IP address; localhost is both loopback addresses, :: everything over IPv4 and IPv6.</source>
        <translation>Escuchar en esta dirección IP; localhost son las dos direcciones de bucle local, :: todo por IPv4 e IPv6.</translation>
    </message>
    <message>
        <source>127.0.0.1 and ::1; in production ::</source>
        <translation>127.0.0.1 y ::1; en production ::</translation>
    </message>
    <message>
        <source>Listen on this port; 0 picks a free one.</source>
        <translation>Escuchar en este puerto; 0 elige uno libre.</translation>
    </message>
    <message>
        <source>Let web pages of this origin in (scheme://host[:port], or * for all). Pages from this server may always.</source>
        <translation>Dejar entrar las páginas web de este origen (scheme://host[:port], o * para todas). Las páginas de este servidor siempre pueden.</translation>
    </message>
    <message>
        <source>*; in production none</source>
        <translation>*; en production ninguno</translation>
    </message>
    <message>
        <source>Believe the X-Forwarded-For, -Proto and -Host headers of this address or block of addresses.</source>
        <translation>Creer las cabeceras X-Forwarded-For, -Proto y -Host de esta dirección o bloque de direcciones.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>Choose the defaults. Production requires authentication, and starts only with an auth token, a JWT key or --allow-anonymous.</source>
        <translation>Elegir los valores predeterminados. Production exige autenticación y solo arranca con un token de autenticación, una clave JWT o --allow-anonymous.</translation>
    </message>
    <message>
        <source>development</source>
        <translation>development</translation>
    </message>
    <message>
        <source>A token that may subscribe and publish. Other users of this machine can see it on the command line: a file is better.</source>
        <translation>Un token que puede suscribirse y publicar. Otros usuarios de este equipo pueden verlo en la línea de órdenes: es mejor un archivo.</translation>
    </message>
    <message>
        <source>The same from a file: one token per line, # starts a comment.</source>
        <translation>Lo mismo desde un archivo: un token por línea, # inicia un comentario.</translation>
    </message>
    <message>
        <source>The operator&apos;s token, alone in a file.</source>
        <translation>El token del operador, solo en un archivo.</translation>
    </message>
    <message>
        <source>a random one in the data folder</source>
        <translation>uno aleatorio en la carpeta de datos</translation>
    </message>
    <message>
        <source>The operator&apos;s token itself.</source>
        <translation>El propio token del operador.</translation>
    </message>
    <message>
        <source>A secret that signs JWTs (HS256, HS384, HS512), alone in a file, of 32 bytes or more. The first signs the tokens issued here.</source>
        <translation>Un secreto que firma JWT (HS256, HS384, HS512), solo en un archivo, de 32 bytes o más. El primero firma los tokens emitidos aquí.</translation>
    </message>
    <message>
        <source>The secret itself.</source>
        <translation>El propio secreto.</translation>
    </message>
    <message>
        <source>A public key (PEM) that JWTs of others are signed for: with --jwt-algorithm RS256 or ES256.</source>
        <translation>Una clave pública (PEM) con la que se comprueban los JWT ajenos: con --jwt-algorithm RS256 o ES256.</translation>
    </message>
    <message>
        <source>How JWTs of others are signed. What a token says about it never counts.</source>
        <translation>Cómo se firman los JWT ajenos. Lo que un token diga al respecto nunca cuenta.</translation>
    </message>
    <message>
        <source>HS256</source>
        <translation>HS256</translation>
    </message>
    <message>
        <source>Take JWTs of others only if their iss is exactly this.</source>
        <translation>Aceptar JWT ajenos solo si su iss es exactamente este.</translation>
    </message>
    <message>
        <source>any</source>
        <translation>cualquiera</translation>
    </message>
    <message>
        <source>Take JWTs of others only if their aud has this.</source>
        <translation>Aceptar JWT ajenos solo si su aud contiene esto.</translation>
    </message>
    <message>
        <source>The claim that names the user in JWTs of others.</source>
        <translation>El claim que nombra al usuario en los JWT ajenos.</translation>
    </message>
    <message>
        <source>sub</source>
        <translation>sub</translation>
    </message>
    <message>
        <source>Rooms that a token without a rooms claim may join, besides every workflow, bot and strategy: names, or all of a kind such as project:*, with blanks or commas between.</source>
        <translation>Salas a las que puede unirse un token sin claim rooms, además de todo workflow, bot y strategy: nombres, o todas las de una clase como project:*, separadas por espacios o comas.</translation>
    </message>
    <message>
        <source>Let nobody subscribe or publish without a token.</source>
        <translation>No dejar que nadie se suscriba ni publique sin token.</translation>
    </message>
    <message>
        <source>off; in production on</source>
        <translation>desactivado; en production activado</translation>
    </message>
    <message>
        <source>Let everybody subscribe in spite of --require-auth; publishing still needs a token.</source>
        <translation>Dejar que todos se suscriban pese a --require-auth; para publicar sigue haciendo falta un token.</translation>
    </message>
    <message>
        <source>Keep what must survive a restart here.</source>
        <translation>Guardar aquí lo que debe sobrevivir a un reinicio.</translation>
    </message>
    <message>
        <source>~/.local/share/signalbox</source>
        <translation>~/.local/share/signalbox</translation>
    </message>
    <message>
        <source>Keep this many events per room for those who come later.</source>
        <translation>Guardar esta cantidad de eventos por sala para quienes lleguen más tarde.</translation>
    </message>
    <message>
        <source>Keep at most this much over all rooms; those idle longest are forgotten first.</source>
        <translation>Guardar como mucho esta cantidad entre todas las salas; las inactivas más tiempo se olvidan primero.</translation>
    </message>
    <message>
        <source>Refuse messages and request bodies over this size.</source>
        <translation>Rechazar mensajes y cuerpos de petición por encima de este tamaño.</translation>
    </message>
    <message>
        <source>Close a connection that has this much waiting as too slow.</source>
        <translation>Cerrar por demasiado lenta una conexión que tenga esta cantidad en espera.</translation>
    </message>
    <message>
        <source>Let one connection be in this many rooms.</source>
        <translation>Dejar que una conexión esté en esta cantidad de salas.</translation>
    </message>
    <message>
        <source>Let one connection, and one user, send this many commands a second, and BURST of them at once (2048 if not given).</source>
        <translation>Dejar que una conexión, y un usuario, envíen esta cantidad de órdenes por segundo, y BURST de ellas de golpe (2048 si no se indica).</translation>
    </message>
    <message>
        <source>Let one credential publish this many events a second, and BURST of them at once (a second&apos;s worth if not given).</source>
        <translation>Dejar que una credencial publique esta cantidad de eventos por segundo, y BURST de ellos de golpe (los de un segundo si no se indica).</translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation>sin límite</translation>
    </message>
    <message>
        <source>Ask every client this often whether it is still there.</source>
        <translation>Preguntar a cada cliente con esta frecuencia si sigue ahí.</translation>
    </message>
    <message>
        <source>Close a connection that has not answered for this long.</source>
        <translation>Cerrar una conexión que no ha respondido durante este tiempo.</translation>
    </message>
    <message>
        <source>Take this long to send all clients away on SIGTERM.</source>
        <translation>Tomarse este tiempo para despedir a todos los clientes al recibir SIGTERM.</translation>
    </message>
    <message>
        <source>Write the log, which goes to standard error, for people or for programs.</source>
        <translation>Escribir el registro, que va a la salida de error, para personas o para programas.</translation>
    </message>
    <message>
        <source>text; in production json</source>
        <translation>text; en production json</translation>
    </message>
    <message>
        <source>Log what is at least this important; debug logs every event.</source>
        <translation>Registrar lo que tenga al menos esta importancia; debug registra cada evento.</translation>
    </message>
    <message>
        <source>info</source>
        <translation>info</translation>
    </message>
    <message>
        <source>Run a simulated workflow engine, to have something to see.</source>
        <translation>Ejecutar un motor de flujos de trabajo simulado, para tener algo que ver.</translation>
    </message>
    <message>
        <source>Let it publish this fast.</source>
        <translation>Dejar que publique a esta velocidad.</translation>
    </message>
    <message>
        <source>Let it tell the same story at every start.</source>
        <translation>Hacer que cuente la misma historia en cada arranque.</translation>
    </message>
    <message>
        <source>another story each time</source>
        <translation>otra historia cada vez</translation>
    </message>
    <message>
        <source>Read options from this INI file, as lines of name=value with the names above without dashes.</source>
        <translation>Leer opciones de este archivo INI, como líneas name=value con los nombres anteriores sin guiones.</translation>
    </message>
    <message>
        <source>Show this help and exit.</source>
        <translation>Mostrar esta ayuda y salir.</translation>
    </message>
    <message>
        <source>Show the version and exit.</source>
        <translation>Mostrar la versión y salir.</translation>
    </message>
    <message>
        <source>When the file of tokens was corrupt or cannot be read: refuse the older tokens that were issued here, any of which may have been revoked, or let them in.</source>
        <translation>Si el archivo de tokens estaba dañado o no se puede leer: rechazar (deny) los tokens anteriores emitidos aquí, cualquiera de los cuales puede estar revocado, o dejarlos entrar (allow).</translation>
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
        <translation>debe ser un número entero de %1 a %2</translation>
    </message>
    <message>
        <source>must be a whole number from 0 to 18446744073709551615</source>
        <translation>debe ser un número entero de 0 a 18446744073709551615</translation>
    </message>
    <message>
        <source>must be a number from %1 to %2</source>
        <translation>debe ser un número de %1 a %2</translation>
    </message>
    <message>
        <source>must be a number of bytes from %1 to %2, such as 65536, 64K or 1M</source>
        <translation>debe ser un número de bytes de %1 a %2, como 65536, 64K o 1M</translation>
    </message>
    <message>
        <source>must be a time from %1 to %2, such as 25, 2.5s or 500ms</source>
        <translation>debe ser un tiempo de %1 a %2, como 25, 2.5s o 500ms</translation>
    </message>
    <message>
        <source>must be a time such as 90s, 15m, 1h or 7d, of at most %1 days</source>
        <translation>debe ser un tiempo como 90s, 15m, 1h o 7d, de %1 días como mucho</translation>
    </message>
    <message>
        <source>must be true or false (or 1, 0, yes, no, on, off)</source>
        <translation>debe ser true o false (o 1, 0, yes, no, on, off)</translation>
    </message>
    <message>
        <source>must be development or production</source>
        <translation>debe ser development o production</translation>
    </message>
    <message>
        <source>must be text or json</source>
        <translation>debe ser text o json</translation>
    </message>
    <message>
        <source>must be debug, info, warning or error</source>
        <translation>debe ser debug, info, warning o error</translation>
    </message>
    <message>
        <source>must be an IP address of this machine, or localhost</source>
        <translation>debe ser una dirección IP de este equipo, o localhost</translation>
    </message>
    <message>
        <source>must be * or an origin such as https://example.org, without a path</source>
        <translation>debe ser * o un origen como https://example.org, sin ruta</translation>
    </message>
    <message>
        <source>must be an IP address or a block of them such as 10.0.0.0/8</source>
        <translation>debe ser una dirección IP o un bloque de ellas como 10.0.0.0/8</translation>
    </message>
    <message>
        <source>an empty token is no protection</source>
        <translation>un token vacío no protege</translation>
    </message>
    <message>
        <source>a token cannot start or end with a space</source>
        <translation>un token no puede empezar ni terminar con un espacio</translation>
    </message>
    <message>
        <source>a token cannot hold control characters</source>
        <translation>un token no puede contener caracteres de control</translation>
    </message>
    <message>
        <source>a token cannot be longer than %1 bytes</source>
        <translation>un token no puede tener más de %1 bytes</translation>
    </message>
    <message>
        <source>a JWT secret must have at least %1 bytes; openssl rand -hex 32 makes a good one</source>
        <translation>un secreto JWT debe tener al menos %1 bytes; openssl rand -hex 32 genera uno bueno</translation>
    </message>
    <message>
        <source>a JWT secret cannot be longer than %1 bytes</source>
        <translation>un secreto JWT no puede tener más de %1 bytes</translation>
    </message>
    <message>
        <source>must be HS256, HS384, HS512, RS256 or ES256</source>
        <translation>debe ser HS256, HS384, HS512, RS256 o ES256</translation>
    </message>
    <message>
        <source>must be 1-%1 bytes of text</source>
        <translation>debe ser 1-%1 bytes de texto</translation>
    </message>
    <message>
        <source>%1 is neither a room such as project:7 nor all of a kind such as project:*</source>
        <translation>%1 no es ni una sala como project:7 ni todas las de una clase como project:*</translation>
    </message>
    <message>
        <source>must name rooms, such as project:7 or project:*</source>
        <translation>debe nombrar salas, como project:7 o project:*</translation>
    </message>
    <message>
        <source>must be RATE or RATE:BURST, such as 50 or 50:2048, or unlimited; a rate is 0.01-%1 a second, a burst 1-%1</source>
        <translation>debe ser RATE o RATE:BURST, como 50 o 50:2048, o unlimited; RATE es 0.01-%1 por segundo, BURST 1-%1</translation>
    </message>
    <message>
        <source>must be a path</source>
        <translation>debe ser una ruta</translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation>sin límite</translation>
    </message>
    <message>
        <source>must be deny or allow</source>
        <translation>debe ser deny o allow</translation>
    </message>
</context>
<context>
    <name>Signalbox::OptionsParser</name>
    <message>
        <source>%1 (%2) is not available in this version</source>
        <translation>%1 (%2) no está disponible en esta versión</translation>
    </message>
    <message>
        <source>unknown option %1</source>
        <translation>opción desconocida %1</translation>
    </message>
    <message>
        <source>%1 is not available in this version</source>
        <translation>%1 no está disponible en esta versión</translation>
    </message>
    <message>
        <source>%1 stands in line %2 already</source>
        <translation>%1 ya figura en la línea %2</translation>
    </message>
    <message>
        <source>%1 holds a token and can be read by other users of this machine</source>
        <translation>%1 contiene un token y otros usuarios de este equipo pueden leerlo</translation>
    </message>
    <message>
        <source>command line</source>
        <translation>línea de órdenes</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>entorno</translation>
    </message>
    <message>
        <source>--jwt-public-key-file needs --jwt-algorithm RS256 or ES256, not %1</source>
        <translation>--jwt-public-key-file necesita --jwt-algorithm RS256 o ES256, no %1</translation>
    </message>
    <message>
        <source>--jwt-algorithm %1 needs --jwt-public-key-file FILE</source>
        <translation>--jwt-algorithm %1 necesita --jwt-public-key-file FILE</translation>
    </message>
    <message>
        <source>--jwt-issuer cannot be %1, the issuer of the server&apos;s own tokens</source>
        <translation>--jwt-issuer no puede ser %1, el emisor de los tokens propios del servidor</translation>
    </message>
    <message>
        <source>--require-auth cannot be off in production; --allow-anonymous lets everybody subscribe</source>
        <translation>--require-auth no puede desactivarse en production; --allow-anonymous deja que todos se suscriban</translation>
    </message>
    <message>
        <source>production needs an auth token or a JWT key: give --auth-token-file FILE, --auth-token, WS_AUTH_TOKEN, --jwt-secret-file FILE, JWT_SECRET or --jwt-public-key-file FILE, or let everybody subscribe with --allow-anonymous</source>
        <translation>production necesita un token de autenticación o una clave JWT: indique --auth-token-file FILE, --auth-token, WS_AUTH_TOKEN, --jwt-secret-file FILE, JWT_SECRET o --jwt-public-key-file FILE, o deje que todos se suscriban con --allow-anonymous</translation>
    </message>
    <message>
        <source>the admin token must differ from every auth token, which would otherwise give an operator&apos;s rights</source>
        <translation>el token de administración debe ser distinto de todo token de autenticación, que si no daría los derechos del operador</translation>
    </message>
    <message>
        <source>a JWT secret must differ from every token: whoever knows it can sign tokens for anybody</source>
        <translation>un secreto JWT debe ser distinto de todo token: quien lo conoce puede firmar tokens para cualquiera</translation>
    </message>
    <message>
        <source>--require-auth is off: whoever can reach this machine can subscribe and publish</source>
        <translation>--require-auth está desactivado: quien alcance este equipo puede suscribirse y publicar</translation>
    </message>
    <message>
        <source>there is no auth token and no JWT key: only the admin token and tokens issued here can publish</source>
        <translation>no hay token de autenticación ni clave JWT: solo pueden publicar el token de administración y los tokens emitidos aquí</translation>
    </message>
    <message>
        <source>there is no auth token and no JWT key: only the admin token and tokens issued here let anybody in</source>
        <translation>no hay token de autenticación ni clave JWT: solo dan acceso el token de administración y los tokens emitidos aquí</translation>
    </message>
    <message>
        <source>--jwt-issuer, --jwt-audience and --jwt-user-claim mean nothing without a JWT key</source>
        <translation>--jwt-issuer, --jwt-audience y --jwt-user-claim no tienen efecto sin una clave JWT</translation>
    </message>
    <message>
        <source>--allow-anonymous means nothing without --require-auth</source>
        <translation>--allow-anonymous no tiene efecto sin --require-auth</translation>
    </message>
    <message>
        <source>--queue-bytes is under --max-payload: the largest event closes everyone whom it is sent to as too slow</source>
        <translation>--queue-bytes es menor que --max-payload: el evento más grande cierra por demasiado lentos a todos los que lo reciben</translation>
    </message>
    <message>
        <source>--demo-rate and --demo-seed mean nothing without --demo</source>
        <translation>--demo-rate y --demo-seed no tienen efecto sin --demo</translation>
    </message>
</context>
<context>
    <name>Signalbox::OverviewView</name>
    <message>
        <source>Connections</source>
        <translation>Conexiones</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Salas</translation>
    </message>
    <message>
        <source>Events in</source>
        <translation>Entrantes</translation>
    </message>
    <message>
        <source>Deliveries out</source>
        <translation>Entregas</translation>
    </message>
    <message>
        <source>Bytes out</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>En cola</translation>
    </message>
    <message>
        <source>Slow closes</source>
        <translation>Muy lentos</translation>
    </message>
    <message>
        <source>Auth failures</source>
        <translation>Fallos auth</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>En marcha</translation>
    </message>
    <message>
        <source>Clients that are connected now</source>
        <translation>Clientes conectados ahora</translation>
    </message>
    <message>
        <source>Rooms with members</source>
        <translation>Salas con miembros</translation>
    </message>
    <message>
        <source>Events that were accepted, per second</source>
        <translation>Eventos aceptados por segundo</translation>
    </message>
    <message>
        <source>Events times the clients that each was written to, per second</source>
        <translation>Eventos por clientes a los que se escribió cada uno, por segundo</translation>
    </message>
    <message>
        <source>Written to all clients, per second</source>
        <translation>Escrito a todos los clientes, por segundo</translation>
    </message>
    <message>
        <source>Waiting in the send queues of all clients</source>
        <translation>En espera en las colas de envío de todos los clientes</translation>
    </message>
    <message>
        <source>Clients that were disconnected since the start because they were too slow</source>
        <translation>Clientes desconectados desde el arranque por ser demasiado lentos</translation>
    </message>
    <message>
        <source>Credentials that were refused since the start</source>
        <translation>Credenciales rechazadas desde el arranque</translation>
    </message>
    <message>
        <source>Since the server was started</source>
        <translation>Desde que arrancó el servidor</translation>
    </message>
    <message>
        <source>Copy the test URL</source>
        <translation>Copiar la URL de prueba</translation>
    </message>
    <message>
        <source>Open the client page</source>
        <translation>Abrir la página de cliente</translation>
    </message>
    <message>
        <source>The chart was saved as %1</source>
        <translation>El gráfico se guardó como %1</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>no se puede escribir %1</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>No clients yet</source>
        <translation>Aún no hay clientes</translation>
    </message>
    <message>
        <source>Open the client page in a browser, or copy the test URL into your own client: it shows up here as soon as it connects.</source>
        <translation>Abra la página de cliente en un navegador, o copie la URL de prueba en su propio cliente: aparece aquí en cuanto se conecta.</translation>
    </message>
    <message>
        <source>starting…</source>
        <translation>arrancando…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s) so far</source>
        <translation>
            <numerusform>va %Ln conexión</numerusform>
            <numerusform>van %Ln conexiones</numerusform>
        </translation>
    </message>
    <message>
        <source>Take events again…</source>
        <translation>Volver a aceptar eventos…</translation>
    </message>
    <message>
        <source>Emergency stop…</source>
        <translation>Parada de emergencia…</translation>
    </message>
    <message>
        <source>The console is read-only</source>
        <translation>La consola es de solo lectura</translation>
    </message>
    <message>
        <source>Publishing is stopped</source>
        <translation>La publicación está detenida</translation>
    </message>
    <message>
        <source>Refuse every event that is published</source>
        <translation>Rechazar todo evento que se publique</translation>
    </message>
    <message>
        <source>The server is not listening yet.</source>
        <translation>El servidor aún no está escuchando.</translation>
    </message>
    <message>
        <source>Copied %1</source>
        <translation>Se copió %1</translation>
    </message>
    <message>
        <source>No browser could be opened. Open %1 yourself.</source>
        <translation>No se pudo abrir ningún navegador. Abra %1 usted mismo.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
</context>
<context>
    <name>Signalbox::PortInUseDialog</name>
    <message>
        <source>The server cannot start</source>
        <translation>El servidor no puede arrancar</translation>
    </message>
    <message>
        <source>Port %1 is in use</source>
        <translation>El puerto %1 está en uso</translation>
    </message>
    <message>
        <source>Another program listens there, perhaps another Signalbox. End it and try again, or take another port until the next start.</source>
        <translation>Otro programa escucha ahí, quizá otro Signalbox. Ciérrelo y vuelva a intentarlo, o use otro puerto hasta el próximo arranque.</translation>
    </message>
    <message>
        <source>Other &amp;port:</source>
        <translation>Otro &amp;puerto:</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>Use the &amp;other port</source>
        <translation>Usar el &amp;otro puerto</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>&amp;Reintentar</translation>
    </message>
</context>
<context>
    <name>Signalbox::PublishHistory</name>
    <message>
        <source>What you publish is listed here until the console is closed, to be edited and published again.</source>
        <translation>Lo que publica figura aquí hasta que se cierre la consola, para modificarlo y publicarlo de nuevo.</translation>
    </message>
    <message>
        <source>Published in this session</source>
        <translation>Publicado en esta sesión</translation>
    </message>
    <message>
        <source>%1  %2
%3</source>
        <translation>%1  %2
%3</translation>
    </message>
    <message>
        <source>Edit it, and publish it again</source>
        <translation>Modificarlo y publicarlo de nuevo</translation>
    </message>
</context>
<context>
    <name>Signalbox::PublishView</name>
    <message>
        <source>&amp;Write the whole event as JSON</source>
        <translation>&amp;Escribir todo el evento como JSON</translation>
    </message>
    <message>
        <source>Insert e&amp;xample</source>
        <translation>Insertar e&amp;jemplo</translation>
    </message>
    <message>
        <source>project_id, workflow_id …; else everyone</source>
        <translation>project_id, workflow_id …; si no, todos</translation>
    </message>
    <message>
        <source>Wh&amp;o would receive this?</source>
        <translation>¿&amp;Quién recibiría esto?</translation>
    </message>
    <message>
        <source>&amp;Publish</source>
        <translation>P&amp;ublicar</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Connections that would get it if it were published now</source>
        <translation>Conexiones que lo recibirían si se publicara ahora</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>Nuevo evento</translation>
    </message>
    <message>
        <source>The form has no place for everything in this event. Keep to type, room, rooms, user and data to use it.</source>
        <translation>El formulario no tiene sitio para todo lo que hay en este evento. Limítese a type, room, rooms, user y data para usarlo.</translation>
    </message>
    <message>
        <source>&amp;Event, or an array of events</source>
        <translation>E&amp;vento, o una matriz de eventos</translation>
    </message>
    <message>
        <source>&amp;Body (data)</source>
        <translation>&amp;Cuerpo (data)</translation>
    </message>
    <message>
        <source>Event as JSON</source>
        <translation>Evento como JSON</translation>
    </message>
    <message>
        <source>Body as JSON</source>
        <translation>Cuerpo como JSON</translation>
    </message>
    <message>
        <source>project:7, global</source>
        <translation>project:7, global</translation>
    </message>
    <message>
        <source>Rooms, separated by commas</source>
        <translation>Salas, separadas por comas</translation>
    </message>
    <message>
        <source>The user&apos;s id</source>
        <translation>El identificador del usuario</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>The console is read-only: nothing can be published.</source>
        <translation>La consola es de solo lectura: no se puede publicar nada.</translation>
    </message>
    <message>
        <source>Publishing is stopped by the emergency switch.</source>
        <translation>El interruptor de emergencia ha detenido la publicación.</translation>
    </message>
    <message>
        <source>Publishing is stopped by the emergency switch: %1</source>
        <translation>El interruptor de emergencia ha detenido la publicación: %1</translation>
    </message>
    <message>
        <source>Publishes the event (Ctrl+Enter)</source>
        <translation>Publica el evento (Ctrl+Intro)</translation>
    </message>
    <message>
        <source>The event needs a type.</source>
        <translation>El evento necesita un tipo.</translation>
    </message>
    <message>
        <source>There is no event yet.</source>
        <translation>Aún no hay evento.</translation>
    </message>
    <message>
        <source>This is no valid JSON.</source>
        <translation>Esto no es JSON válido.</translation>
    </message>
    <message>
        <source>Not published: see above.</source>
        <translation>No publicado: véase arriba.</translation>
    </message>
    <message>
        <source>Publishing…</source>
        <translation>Publicando…</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Not published: %1</source>
        <translation>No publicado: %1</translation>
    </message>
    <message numerus="yes">
        <source>Delivered to %Ln connection(s)</source>
        <translation>
            <numerusform>Entregado a %Ln conexión</numerusform>
            <numerusform>Entregado a %Ln conexiones</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · event id %2</source>
        <translation>%1 · identificador del evento %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln evento</numerusform>
            <numerusform>%Ln eventos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 published. %2.</source>
        <translation>%1: publicado. %2.</translation>
    </message>
    <message>
        <source>The event is not complete yet.</source>
        <translation>El evento aún no está completo.</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Preguntando al servidor…</translation>
    </message>
    <message>
        <source>Nobody: no connection is where it would go.</source>
        <translation>Nadie: no hay conexiones donde llegaría.</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Publicar</translation>
    </message>
    <message>
        <source>Event type</source>
        <translation>Tipo de evento</translation>
    </message>
    <message>
        <source>Such as order.shipped</source>
        <translation>Por ejemplo, order.shipped</translation>
    </message>
    <message>
        <source>Replaces the body by one that is right for the type</source>
        <translation>Sustituye el cuerpo por uno adecuado para el tipo</translation>
    </message>
    <message>
        <source>Where its ids say</source>
        <translation>Según sus identificadores</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Salas</translation>
    </message>
    <message>
        <source>One user</source>
        <translation>Un usuario</translation>
    </message>
    <message>
        <source>An event goes to the rooms that the ids in its body name: workflow_id, bot_id, strategy_id, project_id, agent_id. Without any it goes to everyone.</source>
        <translation>Un evento va a las salas que nombran los identificadores de su cuerpo: workflow_id, bot_id, strategy_id, project_id, agent_id. Sin ninguno, va a todos.</translation>
    </message>
    <message>
        <source>Whom it is for</source>
        <translation>Para quién es</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>&amp;Tipo</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>&amp;Para</translation>
    </message>
    <message>
        <source>The event that will be published</source>
        <translation>El evento que se publicará</translation>
    </message>
    <message>
        <source>The event shows here as it will be published.</source>
        <translation>El evento aparece aquí tal como se publicará.</translation>
    </message>
    <message>
        <source>“Who would receive this?” lists them here.</source>
        <translation>«¿Quién recibiría esto?» las enumera aquí.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Destinatarios</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Only the server itself says this.</source>
        <translation>Esto solo lo sabe el propio servidor.</translation>
    </message>
    <message>
        <source>Name one room at least: with none, the event would go to everyone.</source>
        <translation>Indique al menos una sala: sin ninguna, el evento llegaría a todos.</translation>
    </message>
</context>
<context>
    <name>Signalbox::RoomDialog</name>
    <message>
        <source>“global”, or a kind and an id, such as project:7.
Kinds are workflow, bot, strategy, project, user and agent.</source>
        <translation>«global», o un tipo y un identificador, como project:7.
Los tipos son workflow, bot, strategy, project, user y agent.</translation>
    </message>
    <message>
        <source>Write a room&apos;s name.</source>
        <translation>Escriba el nombre de una sala.</translation>
    </message>
    <message>
        <source>This is no room&apos;s name.
An id has 1 to 255 bytes, without * and control characters.</source>
        <translation>Esto no es el nombre de una sala.
Un identificador tiene de 1 a 255 bytes, sin * ni caracteres de control.</translation>
    </message>
</context>
<context>
    <name>Signalbox::RoomPanel</name>
    <message>
        <source>Publish here…</source>
        <translation>Publicar aquí…</translation>
    </message>
    <message>
        <source>Who would receive it?</source>
        <translation>¿Quién lo recibiría?</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Miembros</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Who would receive…</source>
        <translation>Quién recibiría…</translation>
    </message>
    <message>
        <source>Retained events</source>
        <translation>Eventos retenidos</translation>
    </message>
    <message>
        <source>Event as JSON</source>
        <translation>Evento como JSON</translation>
    </message>
    <message>
        <source>Paste an event: the connections that would get it, if it were published now, are listed here. Nothing is published.</source>
        <translation>Pegue un evento: aquí se enumeran las conexiones que lo recibirían si se publicara ahora. No se publica nada.</translation>
    </message>
    <message>
        <source>Asks the server; nothing is published (Ctrl+Enter)</source>
        <translation>Pregunta al servidor; no se publica nada (Ctrl+Intro)</translation>
    </message>
    <message>
        <source>No room selected</source>
        <translation>Ninguna sala elegida</translation>
    </message>
    <message>
        <source>Select one to see who is in it and what passed.</source>
        <translation>Seleccione una para ver quién está en ella y qué pasó.</translation>
    </message>
    <message>
        <source>The members of the selected room are listed here.</source>
        <translation>Aquí se enumeran los miembros de la sala seleccionada.</translation>
    </message>
    <message>
        <source>The retained events of the selected room are listed here.</source>
        <translation>Aquí se enumeran los eventos retenidos de la sala seleccionada.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s)</source>
        <translation>
            <numerusform>%Ln miembro</numerusform>
            <numerusform>%Ln miembros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln retained event(s)</source>
        <translation>
            <numerusform>%Ln evento retenido</numerusform>
            <numerusform>%Ln eventos retenidos</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is in this room. Its history is kept for those who join later.</source>
        <translation>No hay nadie en esta sala. Su historial se conserva para quienes se unan más tarde.</translation>
    </message>
    <message>
        <source>Nothing is retained of this room.</source>
        <translation>No hay nada retenido de esta sala.</translation>
    </message>
    <message>
        <source>Paste an event first.</source>
        <translation>Pegue primero un evento.</translation>
    </message>
    <message>
        <source>This is no valid JSON.</source>
        <translation>Esto no es JSON válido.</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Preguntando al servidor…</translation>
    </message>
    <message>
        <source>The event was changed meanwhile: ask again.</source>
        <translation>El evento se modificó entretanto: vuelva a preguntar.</translation>
    </message>
    <message>
        <source>Nobody: no connection is where it would go.</source>
        <translation>Nadie: no hay conexiones donde llegaría.</translation>
    </message>
    <message>
        <source>The console is read-only.</source>
        <translation>La consola es de solo lectura.</translation>
    </message>
    <message>
        <source>Select a room first.</source>
        <translation>Seleccione primero una sala.</translation>
    </message>
    <message>
        <source>Opens the publisher with this room</source>
        <translation>Abre «Publicar» con esta sala</translation>
    </message>
</context>
<context>
    <name>Signalbox::RoomsModel</name>
    <message>
        <source>A part of its name</source>
        <translation>Una parte de su nombre</translation>
    </message>
    <message>
        <source>What stands before the colon</source>
        <translation>Lo que va antes de los dos puntos</translation>
    </message>
    <message>
        <source>Connections that are in it</source>
        <translation>Conexiones que están en ella</translation>
    </message>
    <message>
        <source>Events per second</source>
        <translation>Eventos por segundo</translation>
    </message>
    <message>
        <source>Events that are kept of it</source>
        <translation>Eventos que se conservan de ella</translation>
    </message>
    <message>
        <source>How long ago its last event came</source>
        <translation>Cuánto hace que llegó su último evento</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>None since the rooms are watched</source>
        <translation>Ninguno desde que se observan las salas</translation>
    </message>
    <message>
        <source>Events that are kept, for clients that come back</source>
        <translation>Eventos que se conservan para los clientes que vuelven</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Sala</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Miembros</translation>
    </message>
    <message>
        <source>Events/s</source>
        <translation>Eventos/s</translation>
    </message>
    <message>
        <source>Retained</source>
        <translation>Retenidos</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>Último evento</translation>
    </message>
</context>
<context>
    <name>Signalbox::RunningOptions</name>
    <message>
        <source>There is no setting of that name</source>
        <translation>No hay ninguna opción con ese nombre</translation>
    </message>
    <message>
        <source>This cannot be changed here</source>
        <translation>Esto no se puede cambiar aquí</translation>
    </message>
    <message>
        <source>default</source>
        <translation>predeterminado</translation>
    </message>
    <message>
        <source>console</source>
        <translation>consola</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>sin definir</translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln token</numerusform>
            <numerusform>%Ln tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln secret(s)</source>
        <translation>
            <numerusform>%Ln secreto</numerusform>
            <numerusform>%Ln secretos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::SendEventDialog</name>
    <message>
        <source>Send an event</source>
        <translation>Enviar un evento</translation>
    </message>
    <message>
        <source>To %1. It is not kept in any history.</source>
        <translation>A %1. No se guarda en ningún historial.</translation>
    </message>
    <message>
        <source>&amp;Type:</source>
        <translation>&amp;Tipo:</translation>
    </message>
    <message>
        <source>&amp;Data, a JSON object:</source>
        <translation>&amp;Datos, un objeto JSON:</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Qué está mal</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Enviar</translation>
    </message>
    <message>
        <source>An event needs a type.</source>
        <translation>Un evento necesita un tipo.</translation>
    </message>
    <message>
        <source>A type consists of letters, digits and _ . : -</source>
        <translation>Un tipo consta de letras, cifras y _ . : -</translation>
    </message>
    <message>
        <source>“%1” is reserved for the protocols.</source>
        <translation>«%1» está reservado para los protocolos.</translation>
    </message>
    <message>
        <source>The data is no JSON: %1</source>
        <translation>Los datos no son JSON: %1</translation>
    </message>
    <message>
        <source>The data must be a JSON object: { … }</source>
        <translation>Los datos deben ser un objeto JSON: { … }</translation>
    </message>
</context>
<context>
    <name>Signalbox::SettingsModel</name>
    <message>
        <source>The console is read-only</source>
        <translation>La consola es de solo lectura</translation>
    </message>
    <message>
        <source>Can be changed only at the start: by option, environment or file</source>
        <translation>Solo se puede cambiar al arrancar: por opción, entorno o archivo</translation>
    </message>
    <message>
        <source>Cannot be changed here</source>
        <translation>No se puede cambiar aquí</translation>
    </message>
    <message>
        <source>needs a restart</source>
        <translation>tras reiniciar</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>al instante</translation>
    </message>
    <message>
        <source>Double-click or F2 to change</source>
        <translation>Doble clic o F2 para cambiar</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>Opción</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Predeterminado</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>Fijado por</translation>
    </message>
    <message>
        <source>Takes effect</source>
        <translation>Surte efecto</translation>
    </message>
</context>
<context>
    <name>Signalbox::SettingsView</name>
    <message>
        <source>Console</source>
        <translation>Consola</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>&amp;Tema:</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Idioma:</translation>
    </message>
    <message>
        <source>Show times in &amp;UTC</source>
        <translation>Mostrar las horas en &amp;UTC</translation>
    </message>
    <message>
        <source>&amp;Reset the layout</source>
        <translation>&amp;Restablecer el diseño</translation>
    </message>
    <message>
        <source>Forget the sizes of windows, columns and panes</source>
        <translation>Olvidar los tamaños de ventanas, columnas y paneles</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>Seguridad</translation>
    </message>
    <message>
        <source>Read-&amp;only: nothing can be changed</source>
        <translation>Solo &amp;lectura: no se puede cambiar nada</translation>
    </message>
    <message>
        <source>The console was started with --read-only</source>
        <translation>La consola se inició con --read-only</translation>
    </message>
    <message>
        <source>&amp;Ask everything again</source>
        <translation>&amp;Preguntar todo de nuevo</translation>
    </message>
    <message>
        <source>Takes back every “Do not ask again”</source>
        <translation>Anula cada «No volver a preguntar»</translation>
    </message>
    <message>
        <source>Every act is asked about again.</source>
        <translation>Se vuelve a preguntar antes de cada acción.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>Ask what to do</source>
        <translation>Preguntar qué hacer</translation>
    </message>
    <message>
        <source>Stop the server</source>
        <translation>Detener el servidor</translation>
    </message>
    <message>
        <source>Keep the server in the tray</source>
        <translation>Mantener el servidor en la bandeja</translation>
    </message>
    <message>
        <source>When the window is &amp;closed:</source>
        <translation>Al &amp;cerrar la ventana:</translation>
    </message>
    <message>
        <source>Show an icon in the t&amp;ray, with alerts</source>
        <translation>Mostrar un icono en la &amp;bandeja, con avisos</translation>
    </message>
    <message>
        <source>Takes effect at the next start</source>
        <translation>Surte efecto en el próximo arranque</translation>
    </message>
    <message>
        <source>This desktop has no tray</source>
        <translation>Este escritorio no tiene bandeja</translation>
    </message>
    <message>
        <source>Filter options</source>
        <translation>Filtrar opciones</translation>
    </message>
    <message>
        <source>Options of the server</source>
        <translation>Opciones del servidor</translation>
    </message>
    <message>
        <source>What is changed here lasts until the server stops; to keep it, set it by option, environment or file. Values in bold differ from their default.</source>
        <translation>Lo que se cambia aquí dura hasta que se detiene el servidor; para conservarlo, fíjelo por opción, entorno o archivo. Los valores en negrita difieren de su valor predeterminado.</translation>
    </message>
    <message>
        <source>The options cannot be shown: %1</source>
        <translation>No se pueden mostrar las opciones: %1</translation>
    </message>
    <message>
        <source>%1 was not changed: %2</source>
        <comment>option, reason</comment>
        <translation>%1 no se cambió: %2</translation>
    </message>
    <message>
        <source>%1 was changed.</source>
        <translation>%1 se cambió.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configuración</translation>
    </message>
</context>
<context>
    <name>Signalbox::ShortcutsDialog</name>
    <message>
        <source>Keys</source>
        <translation>Atajos</translation>
    </message>
    <message>
        <source>Copy the selected rows</source>
        <translation>Copiar las filas seleccionadas</translation>
    </message>
    <message>
        <source>Disconnect or revoke what is selected</source>
        <translation>Desconectar o revocar lo seleccionado</translation>
    </message>
    <message>
        <source>Open what is selected</source>
        <translation>Abrir lo seleccionado</translation>
    </message>
    <message>
        <source>Leave the filter, close a dialog</source>
        <translation>Salir del filtro, cerrar un diálogo</translation>
    </message>
    <message>
        <source>Publish the event that is being written</source>
        <translation>Publicar el evento que se está escribiendo</translation>
    </message>
    <message>
        <source>What they do</source>
        <translation>Qué hacen</translation>
    </message>
</context>
<context>
    <name>Signalbox::Sidebar</name>
    <message>
        <source>Views</source>
        <translation>Vistas</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>page (keys)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln alert(s)</source>
        <translation>
            <numerusform>%1, %Ln aviso</numerusform>
            <numerusform>%1, %Ln avisos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::SqliteTokenStore</name>
    <message>
        <source>The file of tokens cannot be used: %1. What is changed now is lost at the next start.</source>
        <translation>No se puede usar el archivo de tokens: %1. Lo que se cambie ahora se perderá en el próximo arranque.</translation>
    </message>
    <message>
        <source>Tokens are kept in memory only.</source>
        <translation>Los tokens se guardan solo en memoria.</translation>
    </message>
    <message>
        <source>The file of tokens could not be written: %1</source>
        <translation>No se pudo escribir el archivo de tokens: %1</translation>
    </message>
    <message>
        <source>Revocations were lost: which of the tokens that were issued before %1 are revoked is not known, so all of them are refused. Issue new ones, or set --on-store-failure to allow.</source>
        <translation>Se perdieron revocaciones: no se sabe cuáles de los tokens emitidos antes de %1 están revocados, por lo que se rechazan todos. Emita otros nuevos o ponga --on-store-failure en allow.</translation>
    </message>
    <message>
        <source>Revocations were lost: tokens that were issued before %1 are let in, be they revoked or not. Set --on-store-failure to deny to refuse them.</source>
        <translation>Se perdieron revocaciones: los tokens emitidos antes de %1 se dejan entrar, estén revocados o no. Para rechazarlos, ponga --on-store-failure en deny.</translation>
    </message>
</context>
<context>
    <name>Signalbox::StaticToken</name>
    <message>
        <source>%1; set the token again, or remove the file</source>
        <translation>%1; vuelva a definir el token o elimine el archivo</translation>
    </message>
    <message>
        <source>%1 holds no digest of a token; remove it, and set the token again</source>
        <translation>%1 no contiene el resumen de un token; elimínelo y vuelva a definir el token</translation>
    </message>
    <message>
        <source>must have at most %1 bytes</source>
        <translation>debe tener %1 bytes como mucho</translation>
    </message>
</context>
<context>
    <name>Signalbox::StaticTokenDialog</name>
    <message>
        <source>Set the static token</source>
        <translation>Definir el token estático</translation>
    </message>
    <message>
        <source>Clients that show it may subscribe and publish, without a user of their own. It replaces the static tokens there are; connections that used those are closed. The server keeps a hash of it: copy it before you set it.</source>
        <translation>Los clientes que lo presenten pueden suscribirse y publicar, sin usuario propio. Sustituye a los tokens estáticos que haya; las conexiones que los usaban se cierran. El servidor guarda solo un hash: cópielo antes de definirlo.</translation>
    </message>
    <message>
        <source>&amp;Token:</source>
        <translation>&amp;Token:</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>&amp;Generar</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Qué está mal</translation>
    </message>
    <message>
        <source>&amp;Remove it</source>
        <translation>&amp;Quitarlo</translation>
    </message>
    <message>
        <source>No static token is accepted any more.</source>
        <translation>Ya no se acepta ningún token estático.</translation>
    </message>
    <message>
        <source>&amp;Set</source>
        <translation>&amp;Definir</translation>
    </message>
    <message>
        <source>A token has no spaces at its ends.</source>
        <translation>Un token no tiene espacios en sus extremos.</translation>
    </message>
    <message numerus="yes">
        <source>A token this short may be guessed: %n character(s) or more are better.</source>
        <translation>
            <numerusform>Un token tan corto se puede adivinar: es mejor %n carácter o más.</numerusform>
            <numerusform>Un token tan corto se puede adivinar: son mejores %n caracteres o más.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write a token, or generate one.</source>
        <translation>Escriba un token o genere uno.</translation>
    </message>
</context>
<context>
    <name>Signalbox::StatusLine</name>
    <message>
        <source>Read-only</source>
        <translation>Solo lectura</translation>
    </message>
    <message>
        <source>State of the server</source>
        <translation>Estado del servidor</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Conexiones</translation>
    </message>
    <message>
        <source>The zone that times are shown in</source>
        <translation>La zona horaria en que se muestran las horas</translation>
    </message>
    <message>
        <source>Nothing can be changed from this console</source>
        <translation>Desde esta consola no se puede cambiar nada</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Arrancando…</translation>
    </message>
    <message>
        <source>Draining</source>
        <translation>Apagándose</translation>
    </message>
    <message>
        <source>Publishing is stopped</source>
        <translation>La publicación está detenida</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Escuchando</translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s)</source>
        <translation>
            <numerusform>%Ln cliente</numerusform>
            <numerusform>%Ln clientes</numerusform>
        </translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>Hora local</translation>
    </message>
</context>
<context>
    <name>Signalbox::SubscriptionsView</name>
    <message>
        <source>No rooms yet</source>
        <translation>Aún no hay salas</translation>
    </message>
    <message>
        <source>A room shows here when a client joins it or an event is kept for it.</source>
        <translation>Una sala aparece aquí cuando un cliente se une a ella o se guarda un evento para ella.</translation>
    </message>
    <message>
        <source>Filter: kind:project members&gt;10 rate&gt;1</source>
        <translation>Filtro: kind:project members&gt;10 rate&gt;1</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Salas</translation>
    </message>
    <message>
        <source>Copy the room&apos;s name</source>
        <translation>Copiar el nombre de la sala</translation>
    </message>
    <message>
        <source>Who would receive an event?</source>
        <translation>¿Quién recibiría un evento?</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>Suscripciones</translation>
    </message>
</context>
<context>
    <name>Signalbox::TableView</name>
    <message>
        <source>Copied the first %1 of %2 rows. To have all of them, export them.</source>
        <translation>Se copiaron las primeras %1 de %2 filas. Para tenerlas todas, expórtelas.</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n row(s).</source>
        <translation>
            <numerusform>Se copió %n fila.</numerusform>
            <numerusform>Se copiaron %n filas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export rows</source>
        <translation>Exportar filas</translation>
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
            <numerusform>Se escribió %n fila en %1.</numerusform>
            <numerusform>Se escribieron %n filas en %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>no se pudo escribir %1: %2</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>Copy “%1” only</source>
        <translation>Copiar solo «%1»</translation>
    </message>
    <message>
        <source>&amp;Sort by</source>
        <translation>&amp;Ordenar por</translation>
    </message>
    <message>
        <source>Co&amp;lumns</source>
        <translation>Co&amp;lumnas</translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation>&amp;Restablecer columnas</translation>
    </message>
    <message>
        <source>As they &amp;came</source>
        <translation>Según lle&amp;garon</translation>
    </message>
</context>
<context>
    <name>Signalbox::ThroughputPanel</name>
    <message>
        <source>Throughput</source>
        <translation>Tráfico</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Qué se muestra</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Eventos</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>Tiempo mostrado</translation>
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
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Hold the chart still (Ctrl+P)</source>
        <translation>Detener el gráfico (Ctrl+P)</translation>
    </message>
    <message>
        <source>Save the chart as a PNG picture</source>
        <translation>Guardar el gráfico como imagen PNG</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>group: choice</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>Deliveries out</source>
        <translation>Entregas</translation>
    </message>
    <message>
        <source>Events in</source>
        <translation>Entrantes</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>Guardar el gráfico</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>Imágenes PNG (*.png)</translation>
    </message>
</context>
<context>
    <name>Signalbox::TimeChart</name>
    <message>
        <source>Throughput over time</source>
        <translation>Tráfico a lo largo del tiempo</translation>
    </message>
    <message>
        <source>Collecting the first seconds…</source>
        <translation>Reuniendo los primeros segundos…</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
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
        <translation>Copiar el mensaje</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>%1 (%2 times)</source>
        <comment>a message that was repeated</comment>
        <translation>%1 (%2 veces)</translation>
    </message>
</context>
<context>
    <name>Signalbox::TokenActions</name>
    <message>
        <source>&amp;Issue a token…</source>
        <translation>&amp;Emitir un token…</translation>
    </message>
    <message>
        <source>Make a token for a client</source>
        <translation>Crear un token para un cliente</translation>
    </message>
    <message>
        <source>&amp;Revoke…</source>
        <translation>&amp;Revocar…</translation>
    </message>
    <message>
        <source>Take the selected tokens back and close their connections</source>
        <translation>Revocar los tokens seleccionados y cerrar sus conexiones</translation>
    </message>
    <message>
        <source>&amp;Decode a token…</source>
        <translation>&amp;Decodificar un token…</translation>
    </message>
    <message>
        <source>See what a token says, and whether the server accepts it</source>
        <translation>Ver qué dice un token y si el servidor lo acepta</translation>
    </message>
    <message>
        <source>Rotate the signing &amp;key…</source>
        <translation>Rotar la &amp;clave de firma…</translation>
    </message>
    <message>
        <source>Sign new tokens with another secret</source>
        <translation>Firmar los tokens nuevos con otro secreto</translation>
    </message>
    <message>
        <source>Set the &amp;static token…</source>
        <translation>Definir el token e&amp;stático…</translation>
    </message>
    <message>
        <source>Set what clients may show instead of a JWT</source>
        <translation>Definir lo que los clientes pueden presentar en lugar de un JWT</translation>
    </message>
    <message>
        <source>What is selected is revoked already.</source>
        <translation>Lo seleccionado ya está revocado.</translation>
    </message>
    <message>
        <source>The console is read-only.</source>
        <translation>La consola es de solo lectura.</translation>
    </message>
    <message>
        <source>Select a token first.</source>
        <translation>Seleccione primero un token.</translation>
    </message>
    <message>
        <source>Rotate the signing key</source>
        <translation>Rotar la clave de firma</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Rotar</translation>
    </message>
    <message>
        <source>New tokens are signed with a new key.</source>
        <translation>Los tokens nuevos se firman con una clave nueva.</translation>
    </message>
    <message>
        <source>The static token was removed.</source>
        <translation>Se quitó el token estático.</translation>
    </message>
    <message>
        <source>The static token was set.</source>
        <translation>Se definió el token estático.</translation>
    </message>
    <message>
        <source>%1, of %2</source>
        <translation>%1, de %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln connection(s)</source>
        <translation>
            <numerusform>%1: %Ln conexión</numerusform>
            <numerusform>%1: %Ln conexiones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This closes %Ln connection(s).</source>
        <translation>
            <numerusform>Esto cierra %Ln conexión.</numerusform>
            <numerusform>Esto cierra %Ln conexiones.</numerusform>
        </translation>
    </message>
    <message>
        <source>No connection uses them now.</source>
        <translation>Ahora no los usa ninguna conexión.</translation>
    </message>
    <message>
        <source>Revoke tokens</source>
        <translation>Revocar tokens</translation>
    </message>
    <message numerus="yes">
        <source>Revoke %Ln token(s) for good?</source>
        <translation>
            <numerusform>¿Revocar %Ln token definitivamente?</numerusform>
            <numerusform>¿Revocar %Ln tokens definitivamente?</numerusform>
        </translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Revocar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s) revoked.</source>
        <translation>
            <numerusform>%Ln token revocado.</numerusform>
            <numerusform>%Ln tokens revocados.</numerusform>
        </translation>
    </message>
    <message>
        <source>New tokens are signed with a new secret. Those of the present one stay valid until they expire.</source>
        <translation>Los tokens nuevos se firman con un secreto nuevo. Los del actual siguen siendo válidos hasta que caduquen.</translation>
    </message>
    <message>
        <source>No token of an older one is valid now, so that none ends.</source>
        <translation>Ningún token de uno anterior es válido ahora, así que no termina ninguno.</translation>
    </message>
    <message numerus="yes">
        <source>Those of the one before end now: %Ln listed token(s).</source>
        <translation>
            <numerusform>Los del anterior terminan ahora: %Ln token de la lista.</numerusform>
            <numerusform>Los del anterior terminan ahora: %Ln tokens de la lista.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::TokenActs</name>
    <message>
        <source>This is a static token, and it is accepted.</source>
        <translation>Este es un token estático y se acepta.</translation>
    </message>
    <message>
        <source>This token is accepted.</source>
        <translation>Este token se acepta.</translation>
    </message>
    <message>
        <source>There is no token.</source>
        <translation>No hay ningún token.</translation>
    </message>
    <message>
        <source>This token has expired.</source>
        <translation>Este token ha caducado.</translation>
    </message>
    <message>
        <source>This token was revoked.</source>
        <translation>Este token fue revocado.</translation>
    </message>
    <message>
        <source>This token is not accepted: %1.</source>
        <translation>Este token no se acepta: %1.</translation>
    </message>
    <message>
        <source>The token is revoked, but may be good again after a restart: %1</source>
        <translation>El token está revocado, pero puede volver a valer tras un reinicio: %1</translation>
    </message>
    <message>
        <source>This server does not change its signing key</source>
        <translation>Este servidor no cambia su clave de firma</translation>
    </message>
    <message>
        <source>This server does not change its static token</source>
        <translation>Este servidor no cambia su token estático</translation>
    </message>
</context>
<context>
    <name>Signalbox::TokenCommand</name>
    <message>
        <source>--room %1: must be a room such as project:7, or all of a kind such as project:*</source>
        <translation>--room %1: debe ser una sala como project:7, o todas las de una clase como project:*</translation>
    </message>
    <message>
        <source>--room needs a value</source>
        <translation>--room necesita un valor</translation>
    </message>
    <message>
        <source>--scope %1: must be subscribe, publish or admin</source>
        <translation>--scope %1: debe ser subscribe, publish o admin</translation>
    </message>
    <message>
        <source>--scope needs a value</source>
        <translation>--scope necesita un valor</translation>
    </message>
    <message>
        <source>token issue needs --sub USER</source>
        <translation>token issue necesita --sub USER</translation>
    </message>
    <message>
        <source>--sub %1: must be 1-255 bytes without control characters and *</source>
        <translation>--sub %1: debe tener 1-255 bytes sin caracteres de control ni *</translation>
    </message>
    <message>
        <source>--ttl %1: %2</source>
        <translation>--ttl %1: %2</translation>
    </message>
    <message>
        <source>--name: must have at most %1 bytes</source>
        <translation>--name: debe tener como mucho %1 bytes</translation>
    </message>
    <message>
        <source>there is no token to inspect</source>
        <translation>no hay ningún token que inspeccionar</translation>
    </message>
    <message>
        <source>there is no JWT secret yet; the first start makes %1</source>
        <translation>aún no hay secreto JWT; el primer arranque crea %1</translation>
    </message>
    <message>
        <source>it is not from this server, and no key of others is configured</source>
        <translation>no es de este servidor, y no hay ninguna clave ajena configurada</translation>
    </message>
    <message>
        <source>unexpected argument &apos;%1&apos;; see token --help</source>
        <translation>argumento inesperado «%1»; véase token --help</translation>
    </message>
    <message>
        <source>%1: made the secret %2, which a server with these options uses</source>
        <translation>%1: se creó el secreto %2, que usa un servidor con estas opciones</translation>
    </message>
    <message>
        <source>%1: token %2%3 for %4, valid until %5</source>
        <translation>%1: token %2%3 para %4, válido hasta %5</translation>
    </message>
    <message>
        <source>token inspect needs one token, or - for standard input</source>
        <translation>token inspect necesita un token, o - para la entrada estándar</translation>
    </message>
    <message>
        <source>valid, unless the server knows it as revoked</source>
        <translation>válido, salvo que el servidor sepa que está revocado</translation>
    </message>
    <message>
        <source>not valid: %1</source>
        <translation>no válido: %1</translation>
    </message>
</context>
<context>
    <name>Signalbox::TokenFile</name>
    <message>
        <source>%1:%2: is not UTF-8</source>
        <translation>%1:%2: no es UTF-8</translation>
    </message>
    <message>
        <source>%1:%2: %3</source>
        <translation>%1:%2: %3</translation>
    </message>
    <message>
        <source>%1 holds more than %2 tokens</source>
        <translation>%1 contiene más de %2 tokens</translation>
    </message>
    <message>
        <source>%1 holds no token</source>
        <translation>%1 no contiene ningún token</translation>
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
        <translation>%1 no acepta el token de administración de estas opciones</translation>
    </message>
    <message>
        <source>%1 answers with status %2</source>
        <translation>%1 responde con el estado %2</translation>
    </message>
    <message>
        <source>there is no data folder; --data-dir names one</source>
        <translation>no hay carpeta de datos; --data-dir indica una</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>STATUS</source>
        <translation>ESTADO</translation>
    </message>
    <message>
        <source>USER</source>
        <translation>USUARIO</translation>
    </message>
    <message>
        <source>SCOPES</source>
        <translation>ÁMBITOS</translation>
    </message>
    <message>
        <source>EXPIRES</source>
        <translation>CADUCA</translation>
    </message>
    <message>
        <source>LAST USED</source>
        <translation>ÚLTIMO USO</translation>
    </message>
    <message>
        <source>ROOMS</source>
        <translation>SALAS</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NOMBRE</translation>
    </message>
    <message>
        <source>%1: no server answers there; this is what %2 says</source>
        <translation>%1: ningún servidor responde ahí; esto es lo que dice %2</translation>
    </message>
    <message>
        <source>token list takes options only; see token --help</source>
        <translation>token list solo admite opciones; véase token --help</translation>
    </message>
    <message>
        <source>token revoke needs the id of one token</source>
        <translation>token revoke necesita el identificador de un token</translation>
    </message>
    <message>
        <source>%1: token %2 is revoked</source>
        <translation>%1: el token %2 está revocado</translation>
    </message>
</context>
<context>
    <name>Signalbox::TokenText</name>
    <message>
        <source>It is no JWT that could be shown.</source>
        <translation>No es un JWT que se pueda mostrar.</translation>
    </message>
    <message>
        <source>header</source>
        <translation>cabecera</translation>
    </message>
    <message>
        <source>claims</source>
        <translation>claims</translation>
    </message>
</context>
<context>
    <name>Signalbox::TokensModel</name>
    <message>
        <source>Expires in</source>
        <translation>Caduca en</translation>
    </message>
    <message>
        <source>How long it is still valid; negative when it has expired</source>
        <translation>Cuánto tiempo sigue siendo válido; negativo si ha caducado</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Último uso</translation>
    </message>
    <message>
        <source>When somebody last authenticated with it. Filters compare how long ago that is</source>
        <translation>Cuándo se autenticó alguien con él por última vez. Los filtros comparan cuánto tiempo hace</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>What an operator noted of it</source>
        <translation>Lo que anotó de él un operador</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Sujeto</translation>
    </message>
    <message>
        <source>The user it is for</source>
        <translation>El usuario para quien es</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Salas</translation>
    </message>
    <message>
        <source>The rooms that it may join</source>
        <translation>Las salas a las que puede unirse</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Ámbitos</translation>
    </message>
    <message>
        <source>What it allows</source>
        <translation>Lo que permite</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Caduca</translation>
    </message>
    <message>
        <source>Until when it is valid</source>
        <translation>Hasta cuándo es válido</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Creado</translation>
    </message>
    <message>
        <source>When it was issued. Filters compare how long ago that is</source>
        <translation>Cuándo se emitió. Los filtros comparan cuánto tiempo hace</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>issued: by this server; foreign: of somebody else, known because it was revoked</source>
        <translation>issued: de este servidor; foreign: de otro, conocido porque se revocó</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Identificador</translation>
    </message>
    <message>
        <source>What it is revoked by</source>
        <translation>Con qué se revoca</translation>
    </message>
    <message>
        <source>active</source>
        <translation>activo</translation>
    </message>
    <message>
        <source>expires &lt; 7 d</source>
        <translation>caduca &lt; 7 d</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>caducado</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>revocado</translation>
    </message>
    <message>
        <source>foreign</source>
        <translation>ajeno</translation>
    </message>
    <message>
        <source>issued</source>
        <translation>emitido</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>default</source>
        <translation>predeterminadas</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>active, expires-soon (in less than 7 days), expired, key-gone (signed with a key that was rotated away) or revoked</source>
        <translation>active, expires-soon (en menos de 7 días), expired, key-gone (firmado con una clave ya retirada) o revoked</translation>
    </message>
    <message>
        <source>key is gone</source>
        <translation>clave retirada</translation>
    </message>
</context>
<context>
    <name>Signalbox::TokensView</name>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>No token matches the filter.</source>
        <translation>Ningún token coincide con el filtro.</translation>
    </message>
    <message>
        <source>State of the token store</source>
        <translation>Estado del almacén de tokens</translation>
    </message>
    <message>
        <source>No tokens yet</source>
        <translation>Aún no hay tokens</translation>
    </message>
    <message>
        <source>A token says who a client is, what it may do, and which rooms it may join. Those issued here or over HTTP are listed, and can be revoked.</source>
        <translation>Un token dice quién es un cliente, qué puede hacer y a qué salas puede unirse. Los emitidos aquí o por HTTP se enumeran y se pueden revocar.</translation>
    </message>
    <message>
        <source>&amp;Issue a token…</source>
        <translation>&amp;Emitir un token…</translation>
    </message>
</context>
<context>
    <name>Signalbox::Tone</name>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Información</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Advertencia</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
</context>
<context>
    <name>Signalbox::TrayIcon</name>
    <message>
        <source>Show the console</source>
        <translation>Mostrar la consola</translation>
    </message>
    <message>
        <source>Stop the server and quit</source>
        <translation>Detener el servidor y salir</translation>
    </message>
    <message>
        <source>Signalbox – %1</source>
        <translation>Signalbox – %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s)</source>
        <translation>
            <numerusform>%Ln cliente</numerusform>
            <numerusform>%Ln clientes</numerusform>
        </translation>
    </message>
    <message>
        <source>Publishing is stopped</source>
        <translation>La publicación está detenida</translation>
    </message>
    <message>
        <source>A component is in trouble</source>
        <translation>Un componente tiene problemas</translation>
    </message>
</context>
<context>
    <name>Signalbox::UserText</name>
    <message>
        <source>anonymous</source>
        <translation>anónimo</translation>
    </message>
</context>
<context>
    <name>Signalbox::WindowActions</name>
    <message>
        <source>&amp;Emergency stop…</source>
        <translation>Parada de &amp;emergencia…</translation>
    </message>
    <message>
        <source>&amp;Stop the server and quit</source>
        <translation>&amp;Detener el servidor y salir</translation>
    </message>
    <message>
        <source>&amp;Close the window</source>
        <translation>&amp;Cerrar la ventana</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Buscar</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Actualizar</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportar…</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausar</translation>
    </message>
    <message>
        <source>Times in &amp;UTC</source>
        <translation>Horas en &amp;UTC</translation>
    </message>
    <message>
        <source>Read-&amp;only</source>
        <translation>Solo &amp;lectura</translation>
    </message>
    <message>
        <source>Reset the &amp;layout</source>
        <translation>&amp;Restablecer el diseño</translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation>&amp;Órdenes…</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>&amp;Guía</translation>
    </message>
    <message>
        <source>&amp;Keys…</source>
        <translation>A&amp;tajos…</translation>
    </message>
    <message>
        <source>&amp;About Signalbox</source>
        <translation>&amp;Acerca de Signalbox</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Servidor</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Tema</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>Theme: as the &amp;system</source>
        <translation>Tema: el del &amp;sistema</translation>
    </message>
    <message>
        <source>Theme: &amp;light</source>
        <translation>Tema: &amp;claro</translation>
    </message>
    <message>
        <source>Theme: &amp;dark</source>
        <translation>Tema: &amp;oscuro</translation>
    </message>
</context>
<context>
    <name>TrustedProxies</name>
    <message>
        <source>&quot;%1&quot; is no address or network such as 10.0.0.0/8 or ::1</source>
        <translation>«%1» no es una dirección ni una red como 10.0.0.0/8 o ::1</translation>
    </message>
</context>
</TS>
