<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Jwt</name>
    <message>
        <source>there is no JWT key</source>
        <translation>没有 JWT 密钥</translation>
    </message>
    <message>
        <source>the JWT user claim has no name</source>
        <translation>JWT 的用户声明没有名称</translation>
    </message>
    <message>
        <source>a public key cannot sign; tokens are issued with a JWT secret</source>
        <translation>公钥不能签名；令牌要用 JWT 共享密钥签发</translation>
    </message>
    <message>
        <source>the JWT public key file holds a private key</source>
        <translation>JWT 公钥文件中是私钥</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>the JWT public key is no PEM public key</source>
        <translation>JWT 公钥不是 PEM 格式的公钥</translation>
    </message>
    <message>
        <source>the JWT public key is no RSA key, which RS256 needs</source>
        <translation>JWT 公钥不是 RS256 所需的 RSA 密钥</translation>
    </message>
    <message>
        <source>the JWT public key has %1 bits; RS256 needs %2 to %3</source>
        <translation>JWT 公钥为 %1 位；RS256 需要 %2 到 %3 位</translation>
    </message>
    <message>
        <source>the JWT public key is no EC key on P-256, which ES256 needs</source>
        <translation>JWT 公钥不是 ES256 所需的 P-256 曲线 EC 密钥</translation>
    </message>
    <message>
        <source>a JWT key is larger than 64 KiB</source>
        <translation>有 JWT 密钥大于 64 KiB</translation>
    </message>
    <message>
        <source>the JWT secret is a PEM key; with one, set the algorithm to RS256 or ES256</source>
        <translation>JWT 共享密钥是 PEM 密钥；若要使用它，请将算法设为 RS256 或 ES256</translation>
    </message>
    <message>
        <source>the JWT secret has %1 bytes; it needs at least %2</source>
        <translation>JWT 共享密钥有 %1 字节；至少需要 %2 字节</translation>
    </message>
    <message>
        <source>it is longer than %1 bytes</source>
        <translation>它超过 %1 字节</translation>
    </message>
    <message>
        <source>whether it was revoked is not known any more</source>
        <translation>已无法得知它是否被撤销</translation>
    </message>
    <message>
        <source>no key of ours signed it</source>
        <translation>它不是由我们的任何密钥签名的</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>它是空的</translation>
    </message>
    <message>
        <source>it has not three parts</source>
        <translation>它不是由三部分组成</translation>
    </message>
    <message>
        <source>it is not base64url</source>
        <translation>它不是 base64url 编码</translation>
    </message>
    <message>
        <source>it is not signed</source>
        <translation>它没有签名</translation>
    </message>
    <message>
        <source>its header is not a strict JSON object</source>
        <translation>其头部不是严格的 JSON 对象</translation>
    </message>
    <message>
        <source>its header has %1, which is not taken</source>
        <translation>其头部含有 %1，不被接受</translation>
    </message>
    <message>
        <source>its typ is not JWT</source>
        <translation>其 typ 不是 JWT</translation>
    </message>
    <message>
        <source>its algorithm is not %1</source>
        <translation>其算法不是 %1</translation>
    </message>
    <message>
        <source>its payload is not a strict JSON object</source>
        <translation>其载荷不是严格的 JSON 对象</translation>
    </message>
    <message>
        <source>%1 is not a string</source>
        <translation>%1 不是字符串</translation>
    </message>
    <message>
        <source>%1 is not an array of strings</source>
        <translation>%1 不是字符串数组</translation>
    </message>
    <message>
        <source>%1 is not a number</source>
        <translation>%1 不是数字</translation>
    </message>
    <message>
        <source>%1 is not a time of 1970 to 9999</source>
        <translation>%1 不是 1970 至 9999 年间的时间</translation>
    </message>
    <message>
        <source>scope is neither a string nor an array of strings</source>
        <translation>scope 既不是字符串，也不是字符串数组</translation>
    </message>
    <message>
        <source>aud is neither a string nor an array of strings</source>
        <translation>aud 既不是字符串，也不是字符串数组</translation>
    </message>
    <message>
        <source>it is for another audience</source>
        <translation>它面向其他受众</translation>
    </message>
    <message>
        <source>it is from another issuer</source>
        <translation>它来自其他签发者</translation>
    </message>
    <message>
        <source>%1 is no valid user id</source>
        <translation>%1 不是有效的用户 ID</translation>
    </message>
    <message>
        <source>jti is empty or longer than %1 bytes</source>
        <translation>jti 为空或超过 %1 字节</translation>
    </message>
    <message>
        <source>exp is missing</source>
        <translation>缺少 exp</translation>
    </message>
    <message>
        <source>it is not valid yet</source>
        <translation>它尚未生效</translation>
    </message>
    <message>
        <source>it was issued in the future</source>
        <translation>它的签发时间在未来</translation>
    </message>
    <message>
        <source>it has expired</source>
        <translation>它已过期</translation>
    </message>
</context>
<context>
    <name>OriginPolicy</name>
    <message>
        <source>&quot;%1&quot; is no origin: expected scheme://host, scheme://host:port or *</source>
        <translation>“%1”不是来源：应为 scheme://host、scheme://host:port 或 *</translation>
    </message>
</context>
<context>
    <name>Signalbox::AboutDialog</name>
    <message>
        <source>About Signalbox</source>
        <translation>关于 Signalbox</translation>
    </message>
    <message>
        <source>The real-time event server that an operator can see into.</source>
        <translation>运维人员能够看清内部的实时事件服务器。</translation>
    </message>
    <message>
        <source>Version %1
Qt %2
%3</source>
        <translation>版本 %1
Qt %2
%3</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>基于 GNU 通用公共许可证第 3 版或更高版本的自由软件。不提供任何担保。</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>复制版本信息</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Signalbox::Alerts</name>
    <message>
        <source>Emergency stop</source>
        <translation>紧急停止</translation>
    </message>
    <message>
        <source>Publishing is stopped.</source>
        <translation>发布已停止。</translation>
    </message>
    <message>
        <source>Publishing is stopped: %1</source>
        <translation>发布已停止：%1</translation>
    </message>
    <message>
        <source>Trouble with %1</source>
        <translation>%1 出现故障</translation>
    </message>
    <message>
        <source>Slow clients</source>
        <translation>慢客户端</translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s) did not keep up and were disconnected.</source>
        <translation>
            <numerusform>%Ln 个客户端跟不上，已被断开。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::CellFormat</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
</context>
<context>
    <name>Signalbox::CheckConfigCommand</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>not required</source>
        <translation>不要求</translation>
    </message>
    <message>
        <source>required</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>required, but not to subscribe</source>
        <translation>要求，但订阅不要求</translation>
    </message>
    <message>
        <source>given</source>
        <translation>已给出</translation>
    </message>
    <message>
        <source>will be made: %1</source>
        <translation>将创建：%1</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>listens on</source>
        <translation>监听</translation>
    </message>
    <message>
        <source>%1, port %2</source>
        <translation>%1，端口 %2</translation>
    </message>
    <message>
        <source>allowed origins</source>
        <translation>允许的来源</translation>
    </message>
    <message>
        <source>trusted proxies</source>
        <translation>受信任的代理</translation>
    </message>
    <message>
        <source>authentication</source>
        <translation>身份验证</translation>
    </message>
    <message>
        <source>auth tokens</source>
        <translation>认证令牌</translation>
    </message>
    <message>
        <source>admin token</source>
        <translation>管理令牌</translation>
    </message>
    <message>
        <source>own JWTs</source>
        <translation>自签发的 JWT</translation>
    </message>
    <message>
        <source>%1, keys: %2, issuer: %3, audience: %4, user claim: %5</source>
        <translation>%1，密钥：%2，签发者：%3，受众：%4，用户声明：%5</translation>
    </message>
    <message>
        <source>JWTs of others</source>
        <translation>他方的 JWT</translation>
    </message>
    <message>
        <source>default rooms</source>
        <translation>默认房间</translation>
    </message>
    <message>
        <source>command rate</source>
        <translation>命令速率</translation>
    </message>
    <message>
        <source>publish rate</source>
        <translation>发布速率</translation>
    </message>
    <message>
        <source>data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>%1, which is not there yet</source>
        <translation>%1，尚不存在</translation>
    </message>
    <message>
        <source>emergency</source>
        <translation>紧急停止</translation>
    </message>
    <message>
        <source>tripped: publishing is stopped</source>
        <translation>已触发：发布已停止</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
</context>
<context>
    <name>Signalbox::CloseCode</name>
    <message>
        <source>normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>going away</source>
        <translation>对方离开</translation>
    </message>
    <message>
        <source>protocol error</source>
        <translation>协议错误</translation>
    </message>
    <message>
        <source>unsupported data</source>
        <translation>不支持的数据</translation>
    </message>
    <message>
        <source>no code</source>
        <translation>无代码</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>连接丢失</translation>
    </message>
    <message>
        <source>invalid text</source>
        <translation>文本无效</translation>
    </message>
    <message>
        <source>policy violation</source>
        <translation>违反策略</translation>
    </message>
    <message>
        <source>message too big</source>
        <translation>消息过大</translation>
    </message>
    <message>
        <source>internal error</source>
        <translation>内部错误</translation>
    </message>
    <message>
        <source>server restart</source>
        <translation>服务器重启</translation>
    </message>
    <message>
        <source>token expired</source>
        <translation>令牌已过期</translation>
    </message>
    <message>
        <source>forbidden</source>
        <translation>禁止</translation>
    </message>
    <message>
        <source>slow consumer</source>
        <translation>慢消费者</translation>
    </message>
    <message>
        <source>flooding</source>
        <translation>洪泛</translation>
    </message>
</context>
<context>
    <name>Signalbox::CloseDialog</name>
    <message>
        <source>&amp;Remember my answer</source>
        <translation>记住我的选择(&amp;R)</translation>
    </message>
    <message>
        <source>Close the console</source>
        <translation>关闭控制台</translation>
    </message>
    <message>
        <source>Stop the server, too?</source>
        <translation>是否也停止服务器？</translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s) are connected and would lose their connection. Kept in the tray, the server goes on without a window.</source>
        <translation>
            <numerusform>%Ln 个客户端已连接，停止后将失去连接。保留在托盘中，服务器会在没有窗口的情况下继续运行。</numerusform>
        </translation>
    </message>
    <message>
        <source>No client is connected. Kept in the tray, the server goes on without a window.</source>
        <translation>没有客户端连接。保留在托盘中，服务器会在没有窗口的情况下继续运行。</translation>
    </message>
    <message>
        <source>Settings ask again</source>
        <translation>可在设置中恢复询问</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Keep in the &amp;tray</source>
        <translation>保留在托盘中(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Stop the server</source>
        <translation>停止服务器(&amp;S)</translation>
    </message>
    <message>
        <source>This desktop has no tray: the window could not be brought back</source>
        <translation>此桌面没有托盘：窗口将无法恢复</translation>
    </message>
</context>
<context>
    <name>Signalbox::ClosedModel</name>
    <message>
        <source>Closed</source>
        <translation>关闭时间</translation>
    </message>
    <message>
        <source>When. Filters compare how long ago that is</source>
        <translation>何时关闭。筛选器比较的是距今多久</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>The close code (RFC 6455)</source>
        <translation>关闭代码 (RFC 6455)</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>What the code means</source>
        <translation>代码的含义</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>What was said besides</source>
        <translation>另外说明的内容</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>The session&apos;s id</source>
        <translation>会话的标识</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Empty for an anonymous client</source>
        <translation>匿名客户端为空</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>协议方言</translation>
    </message>
    <message>
        <source>The protocol of its messages</source>
        <translation>其消息所用的协议</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>传输</translation>
    </message>
    <message>
        <source>websocket or polling</source>
        <translation>websocket 或 polling</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Where it came from</source>
        <translation>来自何处</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>连接时间</translation>
    </message>
    <message>
        <source>Since when it was connected</source>
        <translation>从何时起连接</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>How long it was connected</source>
        <translation>连接了多久</translation>
    </message>
    <message>
        <source>Messages sent</source>
        <translation>发出的消息</translation>
    </message>
    <message>
        <source>Messages to the client</source>
        <translation>发给客户端的消息</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Bytes to the client</source>
        <translation>发给客户端的字节</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已接收</translation>
    </message>
    <message>
        <source>Bytes from the client</source>
        <translation>来自客户端的字节</translation>
    </message>
    <message>
        <source>User agent</source>
        <translation>用户代理</translation>
    </message>
    <message>
        <source>What the client called itself</source>
        <translation>客户端的自称</translation>
    </message>
</context>
<context>
    <name>Signalbox::CommandArguments</name>
    <message>
        <source>%1 needs a value</source>
        <translation>%1 需要一个值</translation>
    </message>
    <message>
        <source>%1 was given twice</source>
        <translation>%1 给出了两次</translation>
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
        <translation>用法：%1 check-config [服务器选项]

像启动时一样读取选项、环境变量和文件，不创建也不更改任何内容，
并打印服务器将依据的设置（不含机密）。若能启动则退出码为 0，
否则为 2，并在标准错误中输出一行说明。
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
        <translation>用法：%1 token issue --sub USER [--room ROOM]... [--scope SCOPE]... [--ttl TIME]
           [--name NAME] [服务器选项]
      %1 token inspect TOKEN|- [服务器选项]
      %1 token list [服务器选项]
      %1 token revoke ID [服务器选项]

issue 用具有这些选项的服务器的共享密钥签发一个 JWT，只将它打印到标准输出；
吊销时所需的标识打印到标准错误。

  --sub USER      令牌所属的用户
  --room ROOM     可以加入的房间，或某一类的全部房间，如 project:*；
                  给出一次或多次时，仅限这些房间。不给出时，为所有 workflow、
                  bot 和 strategy，以及 --default-rooms
  --scope SCOPE   subscribe、publish 或 admin [默认：subscribe]
  --ttl TIME      有效期：90s、15m、1h、7d [默认：1h]
  --name NAME     备注，用于标准错误中的那一行

inspect 显示令牌的内容，以及具有这些选项的服务器是否会接受它：
接受则退出码为 0，否则为 1。- 表示从标准输入读取，
这样本机的其他用户看不到它。

正在运行的服务器只凭签名识别在此签发的令牌：
它不会出现在 GET /api/v1/tokens 中。但仍可将其吊销。

list 显示服务器自己签发的令牌和已被吊销的令牌；
revoke 按标识吊销一个令牌 (标识以短横线开头时用 --id=ID)。
两者都以这些选项的管理令牌询问在相应地址监听的服务器；
若没有服务器监听，则读写数据文件夹中的 tokens.db 文件，下次启动时以它为准。
在其他端口运行的服务器要到那时才会知道。

示例
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
        <translation>意外的参数“%1”；参见 --help</translation>
    </message>
    <message>
        <source>unknown option %1; see --help</source>
        <translation>未知选项 %1；参见 --help</translation>
    </message>
    <message>
        <source>%1 is not available in this version</source>
        <translation>%1 在此版本中不可用</translation>
    </message>
    <message>
        <source>%1 needs a value: %1 %2</source>
        <translation>%1 需要一个值：%1 %2</translation>
    </message>
    <message>
        <source>%1 needs a value, but %2 follows</source>
        <translation>%1 需要一个值，但后面是 %2</translation>
    </message>
    <message>
        <source>%1 takes no value</source>
        <translation>%1 不接受值</translation>
    </message>
</context>
<context>
    <name>Signalbox::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>A view or a command: type some of its letters</source>
        <translation>视图或命令：输入其中几个字</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>搜索命令</translation>
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
        <translation>不是 UTF-8 文本</translation>
    </message>
    <message>
        <source>unknown section %1; there is only [General]</source>
        <translation>未知的节 %1；只有 [General]</translation>
    </message>
    <message>
        <source>is not of the form key=value</source>
        <translation>不是 key=value 的形式</translation>
    </message>
    <message>
        <source>has no key before the =</source>
        <translation>= 前没有键</translation>
    </message>
    <message>
        <source>%1 has no value</source>
        <translation>%1 没有值</translation>
    </message>
</context>
<context>
    <name>Signalbox::ConfirmDialog</name>
    <message>
        <source>&amp;Do not ask again</source>
        <translation>不再询问(&amp;D)</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>以及另外 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>What it is done to</source>
        <translation>操作对象</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Signalbox::ConnectionActions</name>
    <message>
        <source>&amp;Disconnect…</source>
        <translation>断开(&amp;D)…</translation>
    </message>
    <message>
        <source>Close the selected connections for good</source>
        <translation>永久关闭所选连接</translation>
    </message>
    <message>
        <source>Disconnect &amp;all matching…</source>
        <translation>断开所有匹配项(&amp;A)…</translation>
    </message>
    <message>
        <source>Close all connections that match the filter</source>
        <translation>关闭与筛选器匹配的所有连接</translation>
    </message>
    <message>
        <source>&amp;Join a room…</source>
        <translation>加入房间(&amp;J)…</translation>
    </message>
    <message>
        <source>Put the selected connections into a room</source>
        <translation>将所选连接放入一个房间</translation>
    </message>
    <message>
        <source>&amp;Leave a room…</source>
        <translation>离开房间(&amp;L)…</translation>
    </message>
    <message>
        <source>Take the selected connections out of a room</source>
        <translation>将所选连接移出一个房间</translation>
    </message>
    <message>
        <source>&amp;Send an event…</source>
        <translation>发送事件(&amp;S)…</translation>
    </message>
    <message>
        <source>Send an event to the selected connections alone</source>
        <translation>仅向所选连接发送一个事件</translation>
    </message>
    <message>
        <source>&amp;Follow its events</source>
        <translation>跟踪其事件(&amp;F)</translation>
    </message>
    <message>
        <source>Show the events that the selected connection gets</source>
        <translation>显示所选连接收到的事件</translation>
    </message>
    <message>
        <source>The console is read-only.</source>
        <translation>控制台为只读。</translation>
    </message>
    <message>
        <source>Select a connection first.</source>
        <translation>请先选择一个连接。</translation>
    </message>
    <message>
        <source>Only one connection can be followed.</source>
        <translation>只能跟踪一个连接。</translation>
    </message>
    <message>
        <source>Write a filter first: this is for those that match it.</source>
        <translation>请先写一个筛选器：此操作针对与其匹配的连接。</translation>
    </message>
    <message>
        <source>No connection matches the filter.</source>
        <translation>没有连接与筛选器匹配。</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>Disconnect %n client(s)? They are told not to come back.</source>
        <translation>
            <numerusform>断开 %n 个客户端？它们会被告知不要再连接。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Disconnect all %n client(s) that match the filter? They are told not to come back.</source>
        <translation>
            <numerusform>断开与筛选器匹配的全部 %n 个客户端？它们会被告知不要再连接。</numerusform>
        </translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>断开</translation>
    </message>
    <message numerus="yes">
        <source>Disconnected %n client(s).</source>
        <translation>
            <numerusform>已断开 %n 个客户端。</numerusform>
        </translation>
    </message>
    <message>
        <source>Join a room</source>
        <translation>加入房间</translation>
    </message>
    <message numerus="yes">
        <source>Room that %n client(s) shall join:</source>
        <translation>
            <numerusform>%n 个客户端要加入的房间：</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) joined %1.</source>
        <translation>
            <numerusform>%n 个客户端已加入 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>The selected clients are in no room.</source>
        <translation>所选客户端不在任何房间中。</translation>
    </message>
    <message>
        <source>Leave a room</source>
        <translation>离开房间</translation>
    </message>
    <message numerus="yes">
        <source>Room that %n client(s) shall leave:</source>
        <translation>
            <numerusform>%n 个客户端要离开的房间：</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n client(s) out of %1?</source>
        <translation>
            <numerusform>将 %n 个客户端移出 %1？</numerusform>
        </translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移出</translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) left %1.</source>
        <translation>
            <numerusform>%n 个客户端已离开 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>%n 个客户端</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sent to %n client(s).</source>
        <translation>
            <numerusform>已发送给 %n 个客户端。</numerusform>
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
            <numerusform>%1 字节，%n 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>Lea&amp;ve</source>
        <translation>离开(&amp;V)</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>结束情况</translation>
    </message>
    <message>
        <source>Headers of the handshake</source>
        <translation>握手的请求头</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Rooms and types</source>
        <translation>房间和类型</translation>
    </message>
    <message>
        <source>Handshake</source>
        <translation>握手</translation>
    </message>
    <message>
        <source>Last events</source>
        <translation>最近的事件</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>User agent</source>
        <translation>用户代理</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>协议方言</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>传输</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>连接时间</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>往返时间</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已接收</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>排队</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>Token expires</source>
        <translation>令牌过期</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>权限范围</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>Subscribed types of events</source>
        <translation>已订阅的事件类型</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>类型</translation>
    </message>
    <message numerus="yes">
        <source>%n connections are selected.</source>
        <translation>
            <numerusform>已选择 %n 个连接。</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a connection to see its details.</source>
        <translation>选择一个连接以查看其详情。</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>尚未测量</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>Rooms (%1) and types (%2)</source>
        <translation>房间 (%1) 和类型 (%2)</translation>
    </message>
    <message>
        <source>The console is read-only.</source>
        <translation>控制台为只读。</translation>
    </message>
    <message>
        <source>The connection has ended.</source>
        <translation>连接已结束。</translation>
    </message>
    <message>
        <source>Select a room first.</source>
        <translation>请先选择一个房间。</translation>
    </message>
    <message>
        <source>Take the client out of the selected room</source>
        <translation>将客户端移出所选房间</translation>
    </message>
    <message>
        <source>Stop &amp;following</source>
        <translation>停止跟踪(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>跟踪(&amp;F)</translation>
    </message>
    <message>
        <source>Follow the client to see the events that it gets.</source>
        <translation>跟踪该客户端以查看它收到的事件。</translation>
    </message>
    <message>
        <source>Its events appear here as they are published.</source>
        <translation>它的事件发布时会显示在此处。</translation>
    </message>
    <message>
        <source>The last events that it got, newest first.</source>
        <translation>它最近收到的事件，最新的在前。</translation>
    </message>
    <message>
        <source>Not available: %1</source>
        <translation>不可用：%1</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>This connection ended at %1: %2</source>
        <translation>此连接于 %1 结束：%2</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
</context>
<context>
    <name>Signalbox::ConnectionsModel</name>
    <message>
        <source>Session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>The session&apos;s id</source>
        <translation>会话的标识</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Empty for an anonymous client</source>
        <translation>匿名客户端为空</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>协议方言</translation>
    </message>
    <message>
        <source>The protocol of its messages</source>
        <translation>其消息所用的协议</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>传输</translation>
    </message>
    <message>
        <source>websocket or polling</source>
        <translation>websocket 或 polling</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>来自何处</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>How many rooms it is in</source>
        <translation>所在房间的数量</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>How many types of events it has subscribed to</source>
        <translation>已订阅的事件类型数量</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>排队</translation>
    </message>
    <message>
        <source>Bytes that wait to be sent</source>
        <translation>等待发送的字节</translation>
    </message>
    <message>
        <source>Messages sent</source>
        <translation>发出的消息</translation>
    </message>
    <message>
        <source>Messages to the client</source>
        <translation>发给客户端的消息</translation>
    </message>
    <message>
        <source>Messages received</source>
        <translation>收到的消息</translation>
    </message>
    <message>
        <source>Messages from the client</source>
        <translation>来自客户端的消息</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Bytes to the client</source>
        <translation>发给客户端的字节</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已接收</translation>
    </message>
    <message>
        <source>Bytes from the client</source>
        <translation>来自客户端的字节</translation>
    </message>
    <message>
        <source>RTT</source>
        <translation>RTT</translation>
    </message>
    <message>
        <source>How long a ping takes there and back</source>
        <translation>一次 ping 往返所需的时间</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>连接时间</translation>
    </message>
    <message>
        <source>Since when. Filters compare how long that is</source>
        <translation>从何时起。筛选器比较的是已有多久</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>User agent</source>
        <translation>用户代理</translation>
    </message>
    <message>
        <source>What the client calls itself</source>
        <translation>客户端的自称</translation>
    </message>
    <message>
        <source>active</source>
        <translation>活跃</translation>
    </message>
    <message>
        <source>quiet</source>
        <translation>安静</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>缓慢</translation>
    </message>
    <message>
        <source>active, quiet (it sent no message for a minute) or slow (data waits to be sent)</source>
        <translation>活跃 (active)、安静 (quiet：一分钟内没有发送消息) 或缓慢 (slow：有数据等待发送)</translation>
    </message>
    <message>
        <source>Since the client last sent a message: a command, say. Heartbeats do not count</source>
        <translation>距客户端上次发送消息 (例如命令) 的时间。心跳不计</translation>
    </message>
</context>
<context>
    <name>Signalbox::ConnectionsView</name>
    <message>
        <source>No clients yet</source>
        <translation>还没有客户端</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>已打开</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Open connections</source>
        <translation>打开的连接</translation>
    </message>
    <message>
        <source>No connection matches the filter.</source>
        <translation>没有连接与筛选器匹配。</translation>
    </message>
    <message>
        <source>&amp;Copy the address</source>
        <translation>复制地址(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Open in the browser</source>
        <translation>在浏览器中打开(&amp;O)</translation>
    </message>
    <message>
        <source>Copied the address.</source>
        <translation>已复制地址。</translation>
    </message>
    <message>
        <source>Closed connections</source>
        <translation>已关闭的连接</translation>
    </message>
    <message>
        <source>No connection has ended yet</source>
        <translation>还没有连接结束</translation>
    </message>
    <message>
        <source>The last %1 that end are kept here, with the code and the reason.</source>
        <translation>最近结束的 %1 个连接会连同代码和原因保留在此处。</translation>
    </message>
    <message>
        <source>Open (%1)</source>
        <translation>已打开 (%1)</translation>
    </message>
    <message>
        <source>Closed (%1)</source>
        <translation>已关闭 (%1)</translation>
    </message>
    <message>
        <source>No clients.</source>
        <translation>没有客户端。</translation>
    </message>
    <message>
        <source>The server is starting.</source>
        <translation>服务器正在启动。</translation>
    </message>
    <message>
        <source>To try it, open %1 in a browser.</source>
        <translation>要试用，请在浏览器中打开 %1。</translation>
    </message>
    <message>
        <source>The connection %1 is not there any more.</source>
        <translation>连接 %1 已不存在。</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
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
        <translation>必须是文件的路径</translation>
    </message>
    <message>
        <source>%1 is not a regular file</source>
        <translation>%1 不是普通文件</translation>
    </message>
    <message>
        <source>cannot read %1: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 is too large: at most %2 KiB</source>
        <translation>%1 太大：最多 %2 KiB</translation>
    </message>
    <message>
        <source>%1 can be read by other users of this machine; chmod 600 keeps it private</source>
        <translation>本机的其他用户可以读取 %1；chmod 600 可使其保密</translation>
    </message>
</context>
<context>
    <name>Signalbox::DataFolder</name>
    <message>
        <source>cannot write %1: %2; --data-dir names another folder</source>
        <translation>无法写入 %1：%2；可用 --data-dir 指定另一个文件夹</translation>
    </message>
    <message>
        <source>no folder to keep data in: neither HOME nor XDG_DATA_HOME is set; --data-dir names one</source>
        <translation>没有存放数据的文件夹：HOME 和 XDG_DATA_HOME 均未设置；可用 --data-dir 指定</translation>
    </message>
    <message>
        <source>it is a file</source>
        <translation>它是一个文件</translation>
    </message>
    <message>
        <source>%1 belongs to another user; remove it</source>
        <translation>%1 属于其他用户；请将其删除</translation>
    </message>
    <message>
        <source>%1; remove it to have a new one made</source>
        <translation>%1；请将其删除，以便重新创建</translation>
    </message>
    <message>
        <source>%1 holds more than one secret; remove it to have a new one made</source>
        <translation>%1 中有不止一个共享密钥；请将其删除，以便重新创建</translation>
    </message>
    <message>
        <source>cannot write %1: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>cannot remove %1: %2</source>
        <translation>无法删除 %1：%2</translation>
    </message>
</context>
<context>
    <name>Signalbox::DecodeTokenDialog</name>
    <message>
        <source>Decode and verify a token</source>
        <translation>解码并验证令牌</translation>
    </message>
    <message>
        <source>&amp;Token:</source>
        <translation>令牌(&amp;T)：</translation>
    </message>
    <message>
        <source>Paste a token here. It stays on this machine.</source>
        <translation>在此粘贴令牌。它不会离开本机。</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Header and claims</source>
        <translation>头部和声明</translation>
    </message>
    <message>
        <source>Header and claims of a JWT are shown here.</source>
        <translation>JWT 的头部和声明会显示在此处。</translation>
    </message>
</context>
<context>
    <name>Signalbox::EmergencyDialog</name>
    <message>
        <source>Emergency stop</source>
        <translation>紧急停止</translation>
    </message>
    <message>
        <source>Stop all publishing?</source>
        <translation>停止所有发布？</translation>
    </message>
    <message>
        <source>Every event that is published is refused until you set the switch back. It stays set when the server is restarted.</source>
        <translation>在您复位开关之前，所有发布的事件都会被拒绝。服务器重启后开关仍保持触发状态。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s) stay connected and get no new events.</source>
        <translation>
            <numerusform>%Ln 个客户端保持连接，但收不到新事件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Such as: wrong prices from the feed</source>
        <translation>例如：数据源的价格有误</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop publishing</source>
        <translation>停止发布</translation>
    </message>
    <message>
        <source>The console is read-only: nothing was changed.</source>
        <translation>控制台为只读：未作任何更改。</translation>
    </message>
    <message>
        <source>End the emergency stop</source>
        <translation>结束紧急停止</translation>
    </message>
    <message>
        <source>Take events again? Publishers that were refused may all come at once.</source>
        <translation>恢复接收事件？之前被拒绝的发布者可能会同时涌入。</translation>
    </message>
    <message>
        <source>Take events again</source>
        <translation>恢复接收事件</translation>
    </message>
    <message>
        <source>The emergency switch could not be set: %1</source>
        <translation>无法设置紧急开关：%1</translation>
    </message>
    <message>
        <source>Publishing is stopped.</source>
        <translation>发布已停止。</translation>
    </message>
    <message>
        <source>Events are taken again.</source>
        <translation>已恢复接收事件。</translation>
    </message>
    <message>
        <source>&amp;Reason, told to publishers and to every client:</source>
        <translation>原因，将告知发布者和所有客户端(&amp;R)：</translation>
    </message>
</context>
<context>
    <name>Signalbox::EmergencyFile</name>
    <message>
        <source>%1 does not hold an emergency state</source>
        <translation>%1 中没有紧急开关的状态</translation>
    </message>
    <message>
        <source>cannot read %1: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
</context>
<context>
    <name>Signalbox::EventDetails</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>The event, or a command that publishes it</source>
        <translation>该事件，或发布它的命令</translation>
    </message>
    <message>
        <source>Publish again…</source>
        <translation>再次发布…</translation>
    </message>
    <message>
        <source>Opens it in the publisher, where it can be changed first</source>
        <translation>在“发布”页面中打开，可先修改</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Marks the event (M); F3 leads from mark to mark</source>
        <translation>标记该事件 (M)；F3 在标记之间跳转</translation>
    </message>
    <message>
        <source>Select an event to read it.</source>
        <translation>选择一个事件以阅读。</translation>
    </message>
    <message>
        <source>The selected event as JSON</source>
        <translation>所选事件的 JSON</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Who would receive this?</source>
        <translation>谁会收到它？</translation>
    </message>
    <message>
        <source>Connections that would get it if it were published now</source>
        <translation>如果现在发布，会收到它的连接</translation>
    </message>
    <message>
        <source>As JSON</source>
        <translation>复制为 JSON</translation>
    </message>
    <message>
        <source>As a curl command</source>
        <translation>复制为 curl 命令</translation>
    </message>
    <message>
        <source>Select an event first.</source>
        <translation>请先选择一个事件。</translation>
    </message>
    <message>
        <source>%1 · delivered to %2</source>
        <translation>%1 · 已送达 %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s)</source>
        <translation>
            <numerusform>%Ln 个连接</numerusform>
        </translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>已标记</translation>
    </message>
    <message>
        <source>The console is read-only.</source>
        <translation>控制台为只读。</translation>
    </message>
    <message>
        <source>The event is in the clipboard.</source>
        <translation>事件已复制到剪贴板。</translation>
    </message>
    <message>
        <source>The command is in the clipboard. Set SIGNALBOX_TOKEN before you run it.</source>
        <translation>命令已复制到剪贴板。运行前请设置 SIGNALBOX_TOKEN。</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>正在询问服务器…</translation>
    </message>
    <message>
        <source>Nobody: no connection is where it would go.</source>
        <translation>没有人：它要去的地方没有连接。</translation>
    </message>
</context>
<context>
    <name>Signalbox::EventFamily</name>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>智能体</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>工作流</translation>
    </message>
    <message>
        <source>Pull request</source>
        <translation>拉取请求</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>议题</translation>
    </message>
    <message>
        <source>AI</source>
        <translation>人工智能</translation>
    </message>
    <message>
        <source>Bot</source>
        <translation>机器人</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>Signalbox::EventFields</name>
    <message>
        <source>Type, such as workflow.*</source>
        <translation>类型，如 workflow.*</translation>
    </message>
    <message>
        <source>A room that it goes to</source>
        <translation>它发往的房间</translation>
    </message>
    <message>
        <source>The user that it is for</source>
        <translation>它所针对的用户</translation>
    </message>
    <message>
        <source>Event id</source>
        <translation>事件标识</translation>
    </message>
    <message>
        <source>Connections that it was delivered to</source>
        <translation>它送达的连接</translation>
    </message>
    <message>
        <source>Bytes of its body</source>
        <translation>正文的字节数</translation>
    </message>
    <message>
        <source>Something in its body</source>
        <translation>正文中的内容</translation>
    </message>
    <message>
        <source>How long ago it was accepted</source>
        <translation>多久以前被接受</translation>
    </message>
</context>
<context>
    <name>Signalbox::EventTable</name>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <comment>events</comment>
        <translation>
            <numerusform>%Ln 个新事件</numerusform>
        </translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>To the newest event, and on with what comes (End)</source>
        <translation>跳到最新事件，并继续显示后续事件 (End)</translation>
    </message>
</context>
<context>
    <name>Signalbox::EventsModel</name>
    <message>
        <source>marked, %1</source>
        <translation>已标记，%1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) skipped</source>
        <extracomment>Events that passed and are not in the list.</extracomment>
        <translation>
            <numerusform>已跳过 %Ln 个事件</numerusform>
        </translation>
    </message>
    <message>
        <source>More passed than is worth carrying to somebody who reads, or than is kept.</source>
        <translation>经过的事件多于人能阅读或能保留的数量。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln 字节</numerusform>
        </translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Event id</source>
        <translation>事件标识</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>接收者</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>正文</translation>
    </message>
</context>
<context>
    <name>Signalbox::EventsView</name>
    <message>
        <source>Stop following</source>
        <translation>停止跟踪</translation>
    </message>
    <message>
        <source>Filter: type:workflow.* room:project:7 size&gt;10k</source>
        <translation>筛选：type:workflow.* room:project:7 size&gt;10k</translation>
    </message>
    <message>
        <source>Only matches</source>
        <translation>仅匹配项</translation>
    </message>
    <message>
        <source>On: the filter hides what does not match. Off: F3 leads from match to match.</source>
        <translation>开：筛选器隐藏不匹配的事件。关：F3 在匹配项之间跳转。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Empties the list; the server&apos;s history stays.</source>
        <translation>清空列表；服务器的历史记录仍保留。</translation>
    </message>
    <message>
        <source>Publish an event…</source>
        <translation>发布事件…</translation>
    </message>
    <message>
        <source>Mark or unmark</source>
        <translation>标记或取消标记</translation>
    </message>
    <message>
        <source>Next mark or match</source>
        <translation>下一个标记或匹配项</translation>
    </message>
    <message>
        <source>Previous mark or match</source>
        <translation>上一个标记或匹配项</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>复制为 JSON</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>复制为 curl</translation>
    </message>
    <message>
        <source>Who would receive this?</source>
        <translation>谁会收到它？</translation>
    </message>
    <message>
        <source>Publish again…</source>
        <translation>再次发布…</translation>
    </message>
    <message>
        <source>Clear the events</source>
        <translation>清空事件</translation>
    </message>
    <message>
        <source>Following the connection %1: only events that it gets are shown.</source>
        <translation>正在跟踪连接 %1：只显示它收到的事件。</translation>
    </message>
    <message>
        <source>No event matches the filter.</source>
        <translation>没有事件与筛选器匹配。</translation>
    </message>
    <message>
        <source>None of the events went to this connection.</source>
        <translation>没有任何事件发往此连接。</translation>
    </message>
    <message>
        <source>No event is marked. M marks the selected one.</source>
        <translation>没有已标记的事件。按 M 标记所选事件。</translation>
    </message>
    <message>
        <source>So much does not go into the clipboard: export it instead.</source>
        <translation>内容太多，剪贴板放不下：请改用导出。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) copied</source>
        <translation>
            <numerusform>已复制 %Ln 个事件</numerusform>
        </translation>
    </message>
    <message>
        <source>Only the type %1</source>
        <translation>仅类型 %1</translation>
    </message>
    <message>
        <source>Only the room %1</source>
        <translation>仅房间 %1</translation>
    </message>
    <message>
        <source>Show the room</source>
        <translation>显示房间</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Show what passed meanwhile, and go on (Ctrl+P)</source>
        <translation>显示期间经过的事件，并继续 (Ctrl+P)</translation>
    </message>
    <message>
        <source>Hold the list still; what comes is kept aside (Ctrl+P)</source>
        <translation>让列表静止；新来的事件暂存一旁 (Ctrl+P)</translation>
    </message>
    <message numerus="yes">
        <source>Paused. %Ln event(s) passed meanwhile.</source>
        <translation>
            <numerusform>已暂停。期间经过了 %Ln 个事件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them cannot be shown.</source>
        <translation>
            <numerusform>其中 %Ln 个无法显示。</numerusform>
        </translation>
    </message>
    <message>
        <source>The buffer is %1 % full.</source>
        <translation>缓冲区已用 %1 %。</translation>
    </message>
    <message>
        <source>No events yet</source>
        <translation>还没有事件</translation>
    </message>
    <message>
        <source>No events for this connection yet</source>
        <translation>此连接还没有事件</translation>
    </message>
    <message>
        <source>Events show here as they are published, over HTTP, Redis or the Publish page.</source>
        <translation>通过 HTTP、Redis 或“发布”页面发布的事件会显示在此处。</translation>
    </message>
    <message>
        <source>There is nothing to be exported.</source>
        <translation>没有可导出的内容。</translation>
    </message>
    <message>
        <source>Export events</source>
        <translation>导出事件</translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl);;CSV (*.csv)</source>
        <translation>JSON Lines (*.jsonl);;CSV (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) written to %1</source>
        <translation>
            <numerusform>已将 %Ln 个事件写入 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
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
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>%1 B</source>
        <comment>bytes</comment>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
</context>
<context>
    <name>Signalbox::Filter</name>
    <message>
        <source>Nothing stands before “OR”.</source>
        <translation>“OR”之前没有内容。</translation>
    </message>
    <message>
        <source>Nothing stands after “OR”.</source>
        <translation>“OR”之后没有内容。</translation>
    </message>
    <message>
        <source>The closing quote is missing.</source>
        <translation>缺少右引号。</translation>
    </message>
    <message>
        <source>A blank must follow the closing quote.</source>
        <translation>右引号之后必须有空格。</translation>
    </message>
    <message>
        <source>Nothing stands after “-”.</source>
        <translation>“-”之后没有内容。</translation>
    </message>
    <message>
        <source>There is nothing between the quotes.</source>
        <translation>引号之间没有内容。</translation>
    </message>
    <message>
        <source>There is no field “%1”. To search for the text, put it in quotes.</source>
        <translation>没有字段“%1”。要搜索该文本，请将其放入引号中。</translation>
    </message>
    <message>
        <source>There is no field “%1”. Did you mean “%2”?</source>
        <translation>没有字段“%1”。您是指“%2”吗？</translation>
    </message>
    <message>
        <source>A value is missing after “%1”.</source>
        <translation>“%1”之后缺少值。</translation>
    </message>
    <message>
        <source>“%1” is text, which is neither more nor less. Write “:”.</source>
        <translation>“%1”是文本，没有大小之分。请写“:”。</translation>
    </message>
    <message>
        <source>“%1” is no duration. Write it as 90s, 5m, 1h or 250ms.</source>
        <translation>“%1”不是时长。请写成 90s、5m、1h 或 250ms。</translation>
    </message>
    <message>
        <source>“%1” is no number. Write it as 4408, 10k, 1.5M or 10..20.</source>
        <translation>“%1”不是数字。请写成 4408、10k、1.5M 或 10..20。</translation>
    </message>
</context>
<context>
    <name>Signalbox::FilterBar</name>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter error</source>
        <translation>筛选器错误</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>At %1: %2</source>
        <translation>位置 %1：%2</translation>
    </message>
    <message>
        <source>Words search all texts.
user:anna idle&gt;60 queue&gt;=10k – fields
-user:bob – all but bob
room:project:* – * is any text
&quot;two words&quot;, a OR b, code:4400..4499
Durations: 500ms, 90s, 5m, 1h</source>
        <translation>单词会搜索所有文本。
user:anna idle&gt;60 queue&gt;=10k – 字段
-user:bob – 除 bob 以外的全部
room:project:* – * 代表任意文本
&quot;两个 单词&quot;、a OR b、code:4400..4499
时长：500ms、90s、5m、1h</translation>
    </message>
</context>
<context>
    <name>Signalbox::FrontDoor</name>
    <message>
        <source>Cannot listen on %1 port %2: %3</source>
        <translation>无法监听 %1 端口 %2：%3</translation>
    </message>
    <message>
        <source>QHttpServer does not take the listening socket</source>
        <translation>QHttpServer 不接受该监听套接字</translation>
    </message>
</context>
<context>
    <name>Signalbox::HealthPanel</name>
    <message>
        <source>healthy</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>degraded</source>
        <translation>降级</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康状况</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>component: state</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation>发布</translation>
    </message>
</context>
<context>
    <name>Signalbox::HelpText</name>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>访问</translation>
    </message>
    <message>
        <source>Storage and limits</source>
        <translation>存储和限制</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>default: %1</source>
        <translation>默认：%1</translation>
    </message>
    <message>
        <source>may be repeated</source>
        <translation>可重复</translation>
    </message>
    <message>
        <source>Look around, with events to see; then open http://localhost:8001/client:</source>
        <translation>随便看看，带有演示事件；然后打开 http://localhost:8001/client：</translation>
    </message>
    <message>
        <source>Serve in production, behind a proxy on this machine:</source>
        <translation>在生产环境中提供服务，位于本机代理之后：</translation>
    </message>
    <message>
        <source>Take everything from a file:</source>
        <translation>全部从文件读取：</translation>
    </message>
    <message>
        <source>Usage: %1 [options]</source>
        <translation>用法：%1 [选项]</translation>
    </message>
    <message>
        <source>       %1 check-config [options]</source>
        <translation>      %1 check-config [选项]</translation>
    </message>
    <message>
        <source>       %1 token issue|inspect ...  (see %1 token --help)</source>
        <translation>      %1 token issue|inspect ...  (参见 %1 token --help)</translation>
    </message>
    <message>
        <source>Signalbox takes events in and sends them on to live clients: Socket.IO and WebSocket, on one port.</source>
        <translation>Signalbox 接收事件并转发给在线客户端：Socket.IO 和 WebSocket 共用一个端口。</translation>
    </message>
    <message>
        <source>The command line comes before the environment, the environment before the file of --config. Names in square brackets are environment variables; where an option may be repeated, theirs and the file&apos;s take a list with commas (tokens excepted). A switch can be turned off: --no-demo. Times are seconds, or 500ms; sizes are bytes, or 64K, 1M, 1G.</source>
        <translation>命令行优先于环境变量，环境变量优先于 --config 的文件。方括号中的名称是环境变量；可重复的选项，在环境变量和文件中可用逗号分隔的列表（令牌除外）。开关可以关闭：--no-demo。时间以秒为单位，或如 500ms；大小以字节为单位，或如 64K、1M、1G。</translation>
    </message>
    <message>
        <source>SIGTERM and SIGINT end the server in good order. SIGHUP reads tokens, keys, origins, proxies and the log&apos;s options again.</source>
        <translation>SIGTERM 和 SIGINT 使服务器有序结束。SIGHUP 重新读取令牌、密钥、来源、代理和日志选项。</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
</context>
<context>
    <name>Signalbox::HelpView</name>
    <message>
        <source>Search the guide</source>
        <translation>搜索指南</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>未找到任何内容</translation>
    </message>
    <message>
        <source>Try fewer or other words.</source>
        <translation>请尝试更少或其他的词。</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>指南</translation>
    </message>
    <message>
        <source>%1 › %2</source>
        <comment>document, section</comment>
        <translation>%1 › %2</translation>
    </message>
    <message>
        <source>%1 cannot be opened here.</source>
        <translation>%1 无法在此处打开。</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
</context>
<context>
    <name>Signalbox::IssueTokenDialog</name>
    <message>
        <source>&amp;Only these rooms:</source>
        <translation>仅限这些房间(&amp;O)：</translation>
    </message>
    <message>
        <source>&amp;subscribe</source>
        <translation>订阅 (subscribe)(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;publish</source>
        <translation>发布 (publish)(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;admin: may do everything an operator may</source>
        <translation>admin：可以做运维人员能做的一切(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Issue a token</source>
        <translation>签发令牌</translation>
    </message>
    <message>
        <source>such as alice</source>
        <translation>如 alice</translation>
    </message>
    <message>
        <source>a note for the list, such as “Alice&apos;s laptop”</source>
        <translation>列表中的备注，如“Alice 的笔记本电脑”</translation>
    </message>
    <message>
        <source>such as project:7 agent:*</source>
        <translation>如 project:7 agent:*</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>Otherwise it may join every workflow, bot and strategy, and the default rooms.</source>
        <translation>否则可以加入所有 workflow、bot 和 strategy，以及默认房间。</translation>
    </message>
    <message>
        <source>Lifetime</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>Unit of the lifetime</source>
        <translation>有效期的单位</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题所在</translation>
    </message>
    <message>
        <source>S&amp;ubject:</source>
        <translation>主体(&amp;U)：</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>Rooms:</source>
        <translation>房间：</translation>
    </message>
    <message>
        <source>Scopes:</source>
        <translation>权限范围：</translation>
    </message>
    <message>
        <source>&amp;Lifetime:</source>
        <translation>有效期(&amp;L)：</translation>
    </message>
    <message>
        <source>&amp;Issue</source>
        <translation>签发(&amp;I)</translation>
    </message>
    <message>
        <source>Copy it now: it is shown this once, and kept nowhere.</source>
        <translation>请立即复制：它只显示这一次，不会保存在任何地方。</translation>
    </message>
    <message>
        <source>The token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>关闭(&amp;L)</translation>
    </message>
    <message>
        <source>A token needs a subject: the user it is for.</source>
        <translation>令牌需要主体，即它所属的用户。</translation>
    </message>
    <message>
        <source>A subject has 1 to 255 bytes, without control characters and *.</source>
        <translation>主体为 1 到 255 字节，不含控制字符和 *。</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>名称太长。</translation>
    </message>
    <message>
        <source>“%1” is neither a room such as project:7 nor all of a kind such as project:*.</source>
        <translation>“%1”既不是房间 (如 project:7)，也不是某一类的全部房间 (如 project:*)。</translation>
    </message>
    <message>
        <source>Choose one scope at least.</source>
        <translation>请至少选择一个权限范围。</translation>
    </message>
    <message>
        <source>A token lives 365 days at most.</source>
        <translation>令牌最多有效 365 天。</translation>
    </message>
    <message>
        <source>The token of %1, valid until %2:</source>
        <translation>%1 的令牌，有效期至 %2：</translation>
    </message>
    <message>
        <source>A token was issued</source>
        <translation>已签发令牌</translation>
    </message>
    <message>
        <source>&amp;Copied</source>
        <translation>已复制(&amp;C)</translation>
    </message>
</context>
<context>
    <name>Signalbox::JsonEditor</name>
    <message>
        <source>JSON editor</source>
        <translation>JSON 编辑器</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式化</translation>
    </message>
    <message>
        <source>Indent the text (Ctrl+Shift+F). Numbers and strings stay as written.</source>
        <translation>缩进文本 (Ctrl+Shift+F)。数字和字符串保持原样。</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>第 %1 行，第 %2 列：%3</translation>
    </message>
    <message>
        <source>Valid JSON</source>
        <translation>有效的 JSON</translation>
    </message>
</context>
<context>
    <name>Signalbox::JsonView</name>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Showing %1…</source>
        <translation>正在显示 %1…</translation>
    </message>
    <message>
        <source>Indented, the text is too large to be shown to its end.</source>
        <translation>缩进后文本太长，无法完整显示。</translation>
    </message>
    <message>
        <source>This is the beginning of %1.</source>
        <translation>这是 %1 的开头部分。</translation>
    </message>
</context>
<context>
    <name>Signalbox::JwtKeys</name>
    <message>
        <source>--jwt-secret-file or JWT_SECRET</source>
        <translation>--jwt-secret-file 或 JWT_SECRET</translation>
    </message>
</context>
<context>
    <name>Signalbox::JwtSecret</name>
    <message>
        <source>The signing key was configured (--jwt-secret-file or JWT_SECRET): put a new one before it there</source>
        <translation>签名密钥是在配置中给出的 (--jwt-secret-file 或 JWT_SECRET)：请在那里将新密钥放在它之前</translation>
    </message>
</context>
<context>
    <name>Signalbox::Language</name>
    <message>
        <source>System</source>
        <translation>跟随系统</translation>
    </message>
</context>
<context>
    <name>Signalbox::LogModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Filters compare how long ago that is</source>
        <translation>筛选器比较的是距今多久</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>debug, info, warning or error</source>
        <translation>debug、info、warning 或 error</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>debug</source>
        <translation>调试</translation>
    </message>
    <message>
        <source>info</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
</context>
<context>
    <name>Signalbox::LogView</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>No line matches the filter.</source>
        <translation>没有行与筛选器匹配。</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>所有级别</translation>
    </message>
    <message>
        <source>Info and above</source>
        <translation>信息及以上</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>警告和错误</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Clear what is shown here. The server&apos;s own log stays.</source>
        <translation>清空此处显示的内容。服务器自身的日志仍保留。</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Log state</source>
        <translation>日志状态</translation>
    </message>
    <message>
        <source>Nothing was logged yet</source>
        <translation>还没有日志</translation>
    </message>
    <message>
        <source>Lines appear here when clients connect, are refused or leave, when somebody changes something, and when something goes wrong.</source>
        <translation>客户端连接、被拒绝或离开时，有人更改内容时，以及出现问题时，此处会显示日志行。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Show what has come meanwhile (Ctrl+P)</source>
        <translation>显示期间的日志 (Ctrl+P)</translation>
    </message>
    <message>
        <source>Keep the lines in place to read them (Ctrl+P)</source>
        <translation>让日志行保持不动以便阅读 (Ctrl+P)</translation>
    </message>
    <message numerus="yes">
        <source>Paused. %n line(s) came since.</source>
        <translation>
            <numerusform>已暂停。此后有 %n 行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) came too fast to be shown.</source>
        <translation>
            <numerusform>有 %n 行来得太快，未能显示。</numerusform>
        </translation>
    </message>
    <message>
        <source>Older lines than the last %1 are not kept here.</source>
        <translation>此处只保留最近的 %1 行。</translation>
    </message>
</context>
<context>
    <name>Signalbox::Main</name>
    <message>
        <source>Console:
  --read-only              nothing can be changed from the window
  -platform offscreen      no window
</source>
        <translation>控制台：
  --read-only              窗口中不能更改任何内容
  -platform offscreen      无窗口
</translation>
    </message>
    <message>
        <source>The server cannot start</source>
        <translation>服务器无法启动</translation>
    </message>
</context>
<context>
    <name>Signalbox::MainWindow</name>
    <message>
        <source>Take events again…</source>
        <translation>恢复接收事件…</translation>
    </message>
    <message>
        <source>Signalbox</source>
        <translation>Signalbox</translation>
    </message>
    <message>
        <source>The server is draining: it takes no new clients and ends when the last one is gone.</source>
        <translation>服务器正在排空：不再接受新客户端，最后一个客户端离开后即结束。</translation>
    </message>
    <message>
        <source>The console is read-only</source>
        <translation>控制台为只读</translation>
    </message>
    <message>
        <source>Refuse every event that is published</source>
        <translation>拒绝所有发布的事件</translation>
    </message>
    <message>
        <source>Publishing is stopped: every event is refused.</source>
        <translation>发布已停止：所有事件都会被拒绝。</translation>
    </message>
    <message>
        <source>Publishing is stopped: every event is refused. Reason: %1</source>
        <translation>发布已停止：所有事件都会被拒绝。原因：%1</translation>
    </message>
    <message>
        <source>Take &amp;events again…</source>
        <translation>恢复接收事件(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Emergency stop…</source>
        <translation>紧急停止(&amp;E)…</translation>
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
        <translation>用户</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>协议方言</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>传输</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>排队</translation>
    </message>
    <message>
        <source>Bytes that wait to be sent to it</source>
        <translation>等待发送给它的字节</translation>
    </message>
</context>
<context>
    <name>Signalbox::MembersView</name>
    <message>
        <source>Show connection</source>
        <translation>显示连接</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s)</source>
        <translation>
            <numerusform>%Ln 个连接</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, the first %2 are listed</source>
        <translation>%1，列出前 %2 个</translation>
    </message>
</context>
<context>
    <name>Signalbox::MetricTile</name>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
</context>
<context>
    <name>Signalbox::OperatorCommand</name>
    <message>
        <source>token needs issue, inspect, list or revoke; see %1 token --help</source>
        <translation>token 需要 issue、inspect、list 或 revoke；参见 %1 token --help</translation>
    </message>
</context>
<context>
    <name>Signalbox::OptionFields</name>
    <message>
        <source>%1: a token of less than %2 characters can be guessed</source>
        <translation>%1：少于 %2 个字符的令牌可能被猜到</translation>
    </message>
    <message>
        <source>there are more than %1 JWT keys</source>
        <translation>JWT 密钥多于 %1 个</translation>
    </message>
    <message>
        <source>%1 holds %2 tokens; there is one admin token</source>
        <translation>%1 中有 %2 个令牌；管理令牌只能有一个</translation>
    </message>
    <message>
        <source>%1 holds %2 bytes; a JWT secret must have at least %3</source>
        <translation>%1 中有 %2 字节；JWT 共享密钥至少需要 %3 字节</translation>
    </message>
    <message>
        <source>%1 holds a private key; the server needs the public one alone, and the private one is safer elsewhere</source>
        <translation>%1 中是私钥；服务器只需要公钥，私钥放在别处更安全</translation>
    </message>
    <message>
        <source>%1 holds no key</source>
        <translation>%1 中没有密钥</translation>
    </message>
</context>
<context>
    <name>Signalbox::OptionTable</name>
    <message>
        <source>Listen on this IP address; localhost is both loopback addresses, :: everything over IPv4 and IPv6.</source>
        <translation>在此 IP 地址上监听；localhost 是两个环回地址，:: 是 IPv4 和 IPv6 的所有地址。</translation>
    </message>
    <message>
        <source>127.0.0.1 and ::1; in production ::</source>
        <translation>127.0.0.1 和 ::1；在 production 中为 ::</translation>
    </message>
    <message>
        <source>Listen on this port; 0 picks a free one.</source>
        <translation>在此端口上监听；0 表示选择一个空闲端口。</translation>
    </message>
    <message>
        <source>Let web pages of this origin in (scheme://host[:port], or * for all). Pages from this server may always.</source>
        <translation>允许此来源的网页 (scheme://host[:port]，或 * 表示全部)。来自本服务器的页面始终允许。</translation>
    </message>
    <message>
        <source>*; in production none</source>
        <translation>*；在 production 中为无</translation>
    </message>
    <message>
        <source>Believe the X-Forwarded-For, -Proto and -Host headers of this address or block of addresses.</source>
        <translation>相信来自此地址或地址块的 X-Forwarded-For、-Proto 和 -Host 头。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Choose the defaults. Production requires authentication, and starts only with an auth token, a JWT key or --allow-anonymous.</source>
        <translation>选择默认值。production 要求身份验证，且仅在有认证令牌、JWT 密钥或 --allow-anonymous 时才会启动。</translation>
    </message>
    <message>
        <source>development</source>
        <translation>development</translation>
    </message>
    <message>
        <source>A token that may subscribe and publish. Other users of this machine can see it on the command line: a file is better.</source>
        <translation>可以订阅和发布的令牌。本机的其他用户能在命令行中看到它：使用文件更好。</translation>
    </message>
    <message>
        <source>The same from a file: one token per line, # starts a comment.</source>
        <translation>同上，但来自文件：每行一个令牌，# 开始注释。</translation>
    </message>
    <message>
        <source>The operator&apos;s token, alone in a file.</source>
        <translation>运维人员的令牌，单独放在一个文件中。</translation>
    </message>
    <message>
        <source>a random one in the data folder</source>
        <translation>数据文件夹中的随机令牌</translation>
    </message>
    <message>
        <source>The operator&apos;s token itself.</source>
        <translation>运维人员的令牌本身。</translation>
    </message>
    <message>
        <source>A secret that signs JWTs (HS256, HS384, HS512), alone in a file, of 32 bytes or more. The first signs the tokens issued here.</source>
        <translation>签发 JWT 的共享密钥 (HS256、HS384、HS512)，单独放在一个文件中，至少 32 字节。第一个用于签发此处的令牌。</translation>
    </message>
    <message>
        <source>The secret itself.</source>
        <translation>共享密钥本身。</translation>
    </message>
    <message>
        <source>A public key (PEM) that JWTs of others are signed for: with --jwt-algorithm RS256 or ES256.</source>
        <translation>用于验证他方 JWT 的公钥 (PEM)：与 --jwt-algorithm RS256 或 ES256 一起使用。</translation>
    </message>
    <message>
        <source>How JWTs of others are signed. What a token says about it never counts.</source>
        <translation>他方 JWT 的签名算法。令牌自身的说法从不算数。</translation>
    </message>
    <message>
        <source>HS256</source>
        <translation>HS256</translation>
    </message>
    <message>
        <source>Take JWTs of others only if their iss is exactly this.</source>
        <translation>仅当他方 JWT 的 iss 与此完全相同时才接受。</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>Take JWTs of others only if their aud has this.</source>
        <translation>仅当他方 JWT 的 aud 包含此值时才接受。</translation>
    </message>
    <message>
        <source>The claim that names the user in JWTs of others.</source>
        <translation>他方 JWT 中指明用户的声明。</translation>
    </message>
    <message>
        <source>sub</source>
        <translation>sub</translation>
    </message>
    <message>
        <source>Rooms that a token without a rooms claim may join, besides every workflow, bot and strategy: names, or all of a kind such as project:*, with blanks or commas between.</source>
        <translation>没有 rooms 声明的令牌除所有 workflow、bot 和 strategy 外还可加入的房间：名称，或某一类的全部房间，如 project:*，以空格或逗号分隔。</translation>
    </message>
    <message>
        <source>Let nobody subscribe or publish without a token.</source>
        <translation>没有令牌者不得订阅或发布。</translation>
    </message>
    <message>
        <source>off; in production on</source>
        <translation>关；在 production 中为开</translation>
    </message>
    <message>
        <source>Let everybody subscribe in spite of --require-auth; publishing still needs a token.</source>
        <translation>即使有 --require-auth，也允许所有人订阅；发布仍需令牌。</translation>
    </message>
    <message>
        <source>Keep what must survive a restart here.</source>
        <translation>将重启后必须保留的内容存放在此处。</translation>
    </message>
    <message>
        <source>~/.local/share/signalbox</source>
        <translation>~/.local/share/signalbox</translation>
    </message>
    <message>
        <source>Keep this many events per room for those who come later.</source>
        <translation>为后来者在每个房间保留这么多事件。</translation>
    </message>
    <message>
        <source>Keep at most this much over all rooms; those idle longest are forgotten first.</source>
        <translation>所有房间合计最多保留这么多；闲置最久的先被遗忘。</translation>
    </message>
    <message>
        <source>Refuse messages and request bodies over this size.</source>
        <translation>拒绝超过此大小的消息和请求正文。</translation>
    </message>
    <message>
        <source>Close a connection that has this much waiting as too slow.</source>
        <translation>等待数据达到此数量的连接，视为过慢而关闭。</translation>
    </message>
    <message>
        <source>Let one connection be in this many rooms.</source>
        <translation>一个连接最多可在这么多房间中。</translation>
    </message>
    <message>
        <source>Let one connection, and one user, send this many commands a second, and BURST of them at once (2048 if not given).</source>
        <translation>允许一个连接和一个用户每秒发送这么多命令，并可一次突发 BURST 个 (未给出则为 2048)。</translation>
    </message>
    <message>
        <source>Let one credential publish this many events a second, and BURST of them at once (a second&apos;s worth if not given).</source>
        <translation>允许一个凭据每秒发布这么多事件，并可一次突发 BURST 个 (未给出则为一秒的数量)。</translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Ask every client this often whether it is still there.</source>
        <translation>每隔这么久询问每个客户端是否仍在线。</translation>
    </message>
    <message>
        <source>Close a connection that has not answered for this long.</source>
        <translation>关闭这么久没有应答的连接。</translation>
    </message>
    <message>
        <source>Take this long to send all clients away on SIGTERM.</source>
        <translation>收到 SIGTERM 时，用这么长时间送走所有客户端。</translation>
    </message>
    <message>
        <source>Write the log, which goes to standard error, for people or for programs.</source>
        <translation>将输出到标准错误的日志写成便于人阅读或便于程序读取的格式。</translation>
    </message>
    <message>
        <source>text; in production json</source>
        <translation>text；在 production 中为 json</translation>
    </message>
    <message>
        <source>Log what is at least this important; debug logs every event.</source>
        <translation>记录至少达到此级别的内容；debug 会记录每个事件。</translation>
    </message>
    <message>
        <source>info</source>
        <translation>info</translation>
    </message>
    <message>
        <source>Run a simulated workflow engine, to have something to see.</source>
        <translation>运行一个模拟的工作流引擎，以便有内容可看。</translation>
    </message>
    <message>
        <source>Let it publish this fast.</source>
        <translation>它的发布速度。</translation>
    </message>
    <message>
        <source>Let it tell the same story at every start.</source>
        <translation>让它每次启动都讲述同样的故事。</translation>
    </message>
    <message>
        <source>another story each time</source>
        <translation>每次都是不同的故事</translation>
    </message>
    <message>
        <source>Read options from this INI file, as lines of name=value with the names above without dashes.</source>
        <translation>从此 INI 文件读取选项，每行为 name=value，名称同上但不带短横线。</translation>
    </message>
    <message>
        <source>Show this help and exit.</source>
        <translation>显示此帮助并退出。</translation>
    </message>
    <message>
        <source>Show the version and exit.</source>
        <translation>显示版本并退出。</translation>
    </message>
    <message>
        <source>When the file of tokens was corrupt or cannot be read: refuse the older tokens that were issued here, any of which may have been revoked, or let them in.</source>
        <translation>令牌文件损坏或无法读取时：拒绝 (deny) 或允许 (allow) 此前在此签发的令牌，其中任何一个都可能已被吊销。</translation>
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
        <translation>必须是 %1 到 %2 的整数</translation>
    </message>
    <message>
        <source>must be a whole number from 0 to 18446744073709551615</source>
        <translation>必须是 0 到 18446744073709551615 的整数</translation>
    </message>
    <message>
        <source>must be a number from %1 to %2</source>
        <translation>必须是 %1 到 %2 的数字</translation>
    </message>
    <message>
        <source>must be a number of bytes from %1 to %2, such as 65536, 64K or 1M</source>
        <translation>必须是 %1 到 %2 的字节数，如 65536、64K 或 1M</translation>
    </message>
    <message>
        <source>must be a time from %1 to %2, such as 25, 2.5s or 500ms</source>
        <translation>必须是 %1 到 %2 的时间，如 25、2.5s 或 500ms</translation>
    </message>
    <message>
        <source>must be a time such as 90s, 15m, 1h or 7d, of at most %1 days</source>
        <translation>必须是时间，如 90s、15m、1h 或 7d，最多 %1 天</translation>
    </message>
    <message>
        <source>must be true or false (or 1, 0, yes, no, on, off)</source>
        <translation>必须是 true 或 false (或 1、0、yes、no、on、off)</translation>
    </message>
    <message>
        <source>must be development or production</source>
        <translation>必须是 development 或 production</translation>
    </message>
    <message>
        <source>must be text or json</source>
        <translation>必须是 text 或 json</translation>
    </message>
    <message>
        <source>must be debug, info, warning or error</source>
        <translation>必须是 debug、info、warning 或 error</translation>
    </message>
    <message>
        <source>must be an IP address of this machine, or localhost</source>
        <translation>必须是本机的 IP 地址，或 localhost</translation>
    </message>
    <message>
        <source>must be * or an origin such as https://example.org, without a path</source>
        <translation>必须是 * 或如 https://example.org 的来源，不带路径</translation>
    </message>
    <message>
        <source>must be an IP address or a block of them such as 10.0.0.0/8</source>
        <translation>必须是 IP 地址或地址块，如 10.0.0.0/8</translation>
    </message>
    <message>
        <source>an empty token is no protection</source>
        <translation>空令牌没有保护作用</translation>
    </message>
    <message>
        <source>a token cannot start or end with a space</source>
        <translation>令牌不能以空格开头或结尾</translation>
    </message>
    <message>
        <source>a token cannot hold control characters</source>
        <translation>令牌不能包含控制字符</translation>
    </message>
    <message>
        <source>a token cannot be longer than %1 bytes</source>
        <translation>令牌不能超过 %1 字节</translation>
    </message>
    <message>
        <source>a JWT secret must have at least %1 bytes; openssl rand -hex 32 makes a good one</source>
        <translation>JWT 共享密钥至少需要 %1 字节；openssl rand -hex 32 可生成合适的共享密钥</translation>
    </message>
    <message>
        <source>a JWT secret cannot be longer than %1 bytes</source>
        <translation>JWT 共享密钥不能超过 %1 字节</translation>
    </message>
    <message>
        <source>must be HS256, HS384, HS512, RS256 or ES256</source>
        <translation>必须是 HS256、HS384、HS512、RS256 或 ES256</translation>
    </message>
    <message>
        <source>must be 1-%1 bytes of text</source>
        <translation>必须是 1-%1 字节的文本</translation>
    </message>
    <message>
        <source>%1 is neither a room such as project:7 nor all of a kind such as project:*</source>
        <translation>%1 既不是房间 (如 project:7)，也不是某一类的全部房间 (如 project:*)</translation>
    </message>
    <message>
        <source>must name rooms, such as project:7 or project:*</source>
        <translation>必须是房间名称，如 project:7 或 project:*</translation>
    </message>
    <message>
        <source>must be RATE or RATE:BURST, such as 50 or 50:2048, or unlimited; a rate is 0.01-%1 a second, a burst 1-%1</source>
        <translation>必须是 RATE 或 RATE:BURST，如 50 或 50:2048，或 unlimited；RATE 为每秒 0.01-%1，BURST 为 1-%1</translation>
    </message>
    <message>
        <source>must be a path</source>
        <translation>必须是路径</translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>must be deny or allow</source>
        <translation>必须是 deny 或 allow</translation>
    </message>
</context>
<context>
    <name>Signalbox::OptionsParser</name>
    <message>
        <source>%1 (%2) is not available in this version</source>
        <translation>%1 (%2) 在此版本中不可用</translation>
    </message>
    <message>
        <source>unknown option %1</source>
        <translation>未知选项 %1</translation>
    </message>
    <message>
        <source>%1 is not available in this version</source>
        <translation>%1 在此版本中不可用</translation>
    </message>
    <message>
        <source>%1 stands in line %2 already</source>
        <translation>%1 已出现在第 %2 行</translation>
    </message>
    <message>
        <source>%1 holds a token and can be read by other users of this machine</source>
        <translation>%1 中有令牌，且本机的其他用户可以读取</translation>
    </message>
    <message>
        <source>command line</source>
        <translation>命令行</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>--jwt-public-key-file needs --jwt-algorithm RS256 or ES256, not %1</source>
        <translation>--jwt-public-key-file 需要 --jwt-algorithm RS256 或 ES256，而不是 %1</translation>
    </message>
    <message>
        <source>--jwt-algorithm %1 needs --jwt-public-key-file FILE</source>
        <translation>--jwt-algorithm %1 需要 --jwt-public-key-file FILE</translation>
    </message>
    <message>
        <source>--jwt-issuer cannot be %1, the issuer of the server&apos;s own tokens</source>
        <translation>--jwt-issuer 不能是 %1，即服务器自身令牌的签发者</translation>
    </message>
    <message>
        <source>--require-auth cannot be off in production; --allow-anonymous lets everybody subscribe</source>
        <translation>在 production 中不能关闭 --require-auth；--allow-anonymous 允许所有人订阅</translation>
    </message>
    <message>
        <source>production needs an auth token or a JWT key: give --auth-token-file FILE, --auth-token, WS_AUTH_TOKEN, --jwt-secret-file FILE, JWT_SECRET or --jwt-public-key-file FILE, or let everybody subscribe with --allow-anonymous</source>
        <translation>production 需要认证令牌或 JWT 密钥：请给出 --auth-token-file FILE、--auth-token、WS_AUTH_TOKEN、--jwt-secret-file FILE、JWT_SECRET 或 --jwt-public-key-file FILE，或用 --allow-anonymous 允许所有人订阅</translation>
    </message>
    <message>
        <source>the admin token must differ from every auth token, which would otherwise give an operator&apos;s rights</source>
        <translation>管理令牌必须与每个认证令牌不同，否则后者会带来运维人员的权限</translation>
    </message>
    <message>
        <source>a JWT secret must differ from every token: whoever knows it can sign tokens for anybody</source>
        <translation>JWT 共享密钥必须与每个令牌不同：知道它的人可以为任何人签发令牌</translation>
    </message>
    <message>
        <source>--require-auth is off: whoever can reach this machine can subscribe and publish</source>
        <translation>--require-auth 已关闭：能访问本机的任何人都可以订阅和发布</translation>
    </message>
    <message>
        <source>there is no auth token and no JWT key: only the admin token and tokens issued here can publish</source>
        <translation>没有认证令牌也没有 JWT 密钥：只有管理令牌和在此签发的令牌可以发布</translation>
    </message>
    <message>
        <source>there is no auth token and no JWT key: only the admin token and tokens issued here let anybody in</source>
        <translation>没有认证令牌也没有 JWT 密钥：只有管理令牌和在此签发的令牌可以进入</translation>
    </message>
    <message>
        <source>--jwt-issuer, --jwt-audience and --jwt-user-claim mean nothing without a JWT key</source>
        <translation>没有 JWT 密钥时，--jwt-issuer、--jwt-audience 和 --jwt-user-claim 不起作用</translation>
    </message>
    <message>
        <source>--allow-anonymous means nothing without --require-auth</source>
        <translation>没有 --require-auth 时，--allow-anonymous 不起作用</translation>
    </message>
    <message>
        <source>--queue-bytes is under --max-payload: the largest event closes everyone whom it is sent to as too slow</source>
        <translation>--queue-bytes 小于 --max-payload：最大的事件会使所有收件者因过慢而被关闭</translation>
    </message>
    <message>
        <source>--demo-rate and --demo-seed mean nothing without --demo</source>
        <translation>没有 --demo 时，--demo-rate 和 --demo-seed 不起作用</translation>
    </message>
</context>
<context>
    <name>Signalbox::OverviewView</name>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>Events in</source>
        <translation>流入事件</translation>
    </message>
    <message>
        <source>Deliveries out</source>
        <translation>流出送达</translation>
    </message>
    <message>
        <source>Bytes out</source>
        <translation>流出字节</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>排队</translation>
    </message>
    <message>
        <source>Slow closes</source>
        <translation>过慢关闭</translation>
    </message>
    <message>
        <source>Auth failures</source>
        <translation>认证失败</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>运行时间</translation>
    </message>
    <message>
        <source>Clients that are connected now</source>
        <translation>当前已连接的客户端</translation>
    </message>
    <message>
        <source>Rooms with members</source>
        <translation>有成员的房间</translation>
    </message>
    <message>
        <source>Events that were accepted, per second</source>
        <translation>每秒接受的事件</translation>
    </message>
    <message>
        <source>Events times the clients that each was written to, per second</source>
        <translation>每秒事件数乘以各自写入的客户端数</translation>
    </message>
    <message>
        <source>Written to all clients, per second</source>
        <translation>每秒写给所有客户端的数据</translation>
    </message>
    <message>
        <source>Waiting in the send queues of all clients</source>
        <translation>所有客户端发送队列中等待的数据</translation>
    </message>
    <message>
        <source>Clients that were disconnected since the start because they were too slow</source>
        <translation>自启动以来因过慢而被断开的客户端</translation>
    </message>
    <message>
        <source>Credentials that were refused since the start</source>
        <translation>自启动以来被拒绝的凭据</translation>
    </message>
    <message>
        <source>Since the server was started</source>
        <translation>自服务器启动以来</translation>
    </message>
    <message>
        <source>Copy the test URL</source>
        <translation>复制测试 URL</translation>
    </message>
    <message>
        <source>Open the client page</source>
        <translation>打开客户端页面</translation>
    </message>
    <message>
        <source>The chart was saved as %1</source>
        <translation>图表已保存为 %1</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>无法写入 %1</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>No clients yet</source>
        <translation>还没有客户端</translation>
    </message>
    <message>
        <source>Open the client page in a browser, or copy the test URL into your own client: it shows up here as soon as it connects.</source>
        <translation>在浏览器中打开客户端页面，或将测试 URL 复制到您自己的客户端：一旦连接就会显示在此处。</translation>
    </message>
    <message>
        <source>starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s) so far</source>
        <translation>
            <numerusform>至今 %Ln 个连接</numerusform>
        </translation>
    </message>
    <message>
        <source>Take events again…</source>
        <translation>恢复接收事件…</translation>
    </message>
    <message>
        <source>Emergency stop…</source>
        <translation>紧急停止…</translation>
    </message>
    <message>
        <source>The console is read-only</source>
        <translation>控制台为只读</translation>
    </message>
    <message>
        <source>Publishing is stopped</source>
        <translation>发布已停止</translation>
    </message>
    <message>
        <source>Refuse every event that is published</source>
        <translation>拒绝所有发布的事件</translation>
    </message>
    <message>
        <source>The server is not listening yet.</source>
        <translation>服务器尚未监听。</translation>
    </message>
    <message>
        <source>Copied %1</source>
        <translation>已复制 %1</translation>
    </message>
    <message>
        <source>No browser could be opened. Open %1 yourself.</source>
        <translation>无法打开浏览器。请自行打开 %1。</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
</context>
<context>
    <name>Signalbox::PortInUseDialog</name>
    <message>
        <source>The server cannot start</source>
        <translation>服务器无法启动</translation>
    </message>
    <message>
        <source>Port %1 is in use</source>
        <translation>端口 %1 已被占用</translation>
    </message>
    <message>
        <source>Another program listens there, perhaps another Signalbox. End it and try again, or take another port until the next start.</source>
        <translation>另一个程序正在监听该端口，可能是另一个 Signalbox。请结束它并重试，或在下次启动前改用其他端口。</translation>
    </message>
    <message>
        <source>Other &amp;port:</source>
        <translation>其他端口(&amp;P)：</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Use the &amp;other port</source>
        <translation>使用其他端口(&amp;O)</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>重试(&amp;A)</translation>
    </message>
</context>
<context>
    <name>Signalbox::PublishHistory</name>
    <message>
        <source>What you publish is listed here until the console is closed, to be edited and published again.</source>
        <translation>您发布的内容会列在此处，直到控制台关闭，可编辑后再次发布。</translation>
    </message>
    <message>
        <source>Published in this session</source>
        <translation>本次会话中发布的</translation>
    </message>
    <message>
        <source>%1  %2
%3</source>
        <translation>%1  %2
%3</translation>
    </message>
    <message>
        <source>Edit it, and publish it again</source>
        <translation>编辑后再次发布</translation>
    </message>
</context>
<context>
    <name>Signalbox::PublishView</name>
    <message>
        <source>&amp;Write the whole event as JSON</source>
        <translation>以 JSON 编写整个事件(&amp;W)</translation>
    </message>
    <message>
        <source>Insert e&amp;xample</source>
        <translation>插入示例(&amp;X)</translation>
    </message>
    <message>
        <source>project_id, workflow_id …; else everyone</source>
        <translation>project_id、workflow_id…；否则为所有人</translation>
    </message>
    <message>
        <source>Wh&amp;o would receive this?</source>
        <translation>谁会收到它(&amp;O)？</translation>
    </message>
    <message>
        <source>&amp;Publish</source>
        <translation>发布(&amp;P)</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Connections that would get it if it were published now</source>
        <translation>如果现在发布，会收到它的连接</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>新事件</translation>
    </message>
    <message>
        <source>The form has no place for everything in this event. Keep to type, room, rooms, user and data to use it.</source>
        <translation>表单容纳不下此事件的全部内容。要使用表单，请只保留 type、room、rooms、user 和 data。</translation>
    </message>
    <message>
        <source>&amp;Event, or an array of events</source>
        <translation>事件或事件数组(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Body (data)</source>
        <translation>正文 (data)(&amp;B)</translation>
    </message>
    <message>
        <source>Event as JSON</source>
        <translation>JSON 格式的事件</translation>
    </message>
    <message>
        <source>Body as JSON</source>
        <translation>JSON 格式的正文</translation>
    </message>
    <message>
        <source>project:7, global</source>
        <translation>project:7, global</translation>
    </message>
    <message>
        <source>Rooms, separated by commas</source>
        <translation>房间，以逗号分隔</translation>
    </message>
    <message>
        <source>The user&apos;s id</source>
        <translation>用户的标识</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>The console is read-only: nothing can be published.</source>
        <translation>控制台为只读：无法发布任何内容。</translation>
    </message>
    <message>
        <source>Publishing is stopped by the emergency switch.</source>
        <translation>紧急开关已停止发布。</translation>
    </message>
    <message>
        <source>Publishing is stopped by the emergency switch: %1</source>
        <translation>紧急开关已停止发布：%1</translation>
    </message>
    <message>
        <source>Publishes the event (Ctrl+Enter)</source>
        <translation>发布事件 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>The event needs a type.</source>
        <translation>事件需要类型。</translation>
    </message>
    <message>
        <source>There is no event yet.</source>
        <translation>还没有事件。</translation>
    </message>
    <message>
        <source>This is no valid JSON.</source>
        <translation>这不是有效的 JSON。</translation>
    </message>
    <message>
        <source>Not published: see above.</source>
        <translation>未发布：见上文。</translation>
    </message>
    <message>
        <source>Publishing…</source>
        <translation>正在发布…</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Not published: %1</source>
        <translation>未发布：%1</translation>
    </message>
    <message numerus="yes">
        <source>Delivered to %Ln connection(s)</source>
        <translation>
            <numerusform>已送达 %Ln 个连接</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · event id %2</source>
        <translation>%1 · 事件标识 %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln 个事件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 published. %2.</source>
        <translation>%1 已发布。%2。</translation>
    </message>
    <message>
        <source>The event is not complete yet.</source>
        <translation>事件尚不完整。</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>正在询问服务器…</translation>
    </message>
    <message>
        <source>Nobody: no connection is where it would go.</source>
        <translation>没有人：它要去的地方没有连接。</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Event type</source>
        <translation>事件类型</translation>
    </message>
    <message>
        <source>Such as order.shipped</source>
        <translation>如 order.shipped</translation>
    </message>
    <message>
        <source>Replaces the body by one that is right for the type</source>
        <translation>用适合该类型的正文替换当前正文</translation>
    </message>
    <message>
        <source>Where its ids say</source>
        <translation>由其标识决定</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>One user</source>
        <translation>单个用户</translation>
    </message>
    <message>
        <source>An event goes to the rooms that the ids in its body name: workflow_id, bot_id, strategy_id, project_id, agent_id. Without any it goes to everyone.</source>
        <translation>事件会发往其正文中的标识所指的房间：workflow_id、bot_id、strategy_id、project_id、agent_id。若都没有，则发给所有人。</translation>
    </message>
    <message>
        <source>Whom it is for</source>
        <translation>发给谁</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>类型(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>发往(&amp;F)</translation>
    </message>
    <message>
        <source>The event that will be published</source>
        <translation>将要发布的事件</translation>
    </message>
    <message>
        <source>The event shows here as it will be published.</source>
        <translation>事件会按将要发布的样子显示在此处。</translation>
    </message>
    <message>
        <source>“Who would receive this?” lists them here.</source>
        <translation>“谁会收到它？”会在此处列出它们。</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>接收者</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Only the server itself says this.</source>
        <translation>只有服务器自己知道。</translation>
    </message>
    <message>
        <source>Name one room at least: with none, the event would go to everyone.</source>
        <translation>请至少填写一个房间：不填则事件会发给所有人。</translation>
    </message>
</context>
<context>
    <name>Signalbox::RoomDialog</name>
    <message>
        <source>“global”, or a kind and an id, such as project:7.
Kinds are workflow, bot, strategy, project, user and agent.</source>
        <translation>“global”，或类型加 ID，例如 project:7。
类型有 workflow、bot、strategy、project、user 和 agent。</translation>
    </message>
    <message>
        <source>Write a room&apos;s name.</source>
        <translation>请输入房间名称。</translation>
    </message>
    <message>
        <source>This is no room&apos;s name.
An id has 1 to 255 bytes, without * and control characters.</source>
        <translation>这不是房间名称。
ID 为 1 到 255 字节，不含 * 和控制字符。</translation>
    </message>
</context>
<context>
    <name>Signalbox::RoomPanel</name>
    <message>
        <source>Publish here…</source>
        <translation>在此发布…</translation>
    </message>
    <message>
        <source>Who would receive it?</source>
        <translation>谁会收到它？</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Who would receive…</source>
        <translation>谁会收到…</translation>
    </message>
    <message>
        <source>Retained events</source>
        <translation>保留的事件</translation>
    </message>
    <message>
        <source>Event as JSON</source>
        <translation>JSON 格式的事件</translation>
    </message>
    <message>
        <source>Paste an event: the connections that would get it, if it were published now, are listed here. Nothing is published.</source>
        <translation>粘贴一个事件：如果现在发布，会收到它的连接将列在此处。不会发布任何内容。</translation>
    </message>
    <message>
        <source>Asks the server; nothing is published (Ctrl+Enter)</source>
        <translation>询问服务器；不会发布任何内容 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>No room selected</source>
        <translation>未选择房间</translation>
    </message>
    <message>
        <source>Select one to see who is in it and what passed.</source>
        <translation>选择一个房间，查看其中有谁以及经过了什么。</translation>
    </message>
    <message>
        <source>The members of the selected room are listed here.</source>
        <translation>所选房间的成员会列在此处。</translation>
    </message>
    <message>
        <source>The retained events of the selected room are listed here.</source>
        <translation>所选房间保留的事件会列在此处。</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s)</source>
        <translation>
            <numerusform>%Ln 个成员</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln retained event(s)</source>
        <translation>
            <numerusform>%Ln 个保留的事件</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is in this room. Its history is kept for those who join later.</source>
        <translation>此房间中没有人。其历史会为之后加入者保留。</translation>
    </message>
    <message>
        <source>Nothing is retained of this room.</source>
        <translation>此房间没有保留任何事件。</translation>
    </message>
    <message>
        <source>Paste an event first.</source>
        <translation>请先粘贴一个事件。</translation>
    </message>
    <message>
        <source>This is no valid JSON.</source>
        <translation>这不是有效的 JSON。</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>正在询问服务器…</translation>
    </message>
    <message>
        <source>The event was changed meanwhile: ask again.</source>
        <translation>事件已被修改：请重新询问。</translation>
    </message>
    <message>
        <source>Nobody: no connection is where it would go.</source>
        <translation>没有人：它要去的地方没有连接。</translation>
    </message>
    <message>
        <source>The console is read-only.</source>
        <translation>控制台为只读。</translation>
    </message>
    <message>
        <source>Select a room first.</source>
        <translation>请先选择一个房间。</translation>
    </message>
    <message>
        <source>Opens the publisher with this room</source>
        <translation>打开“发布”页面并填入此房间</translation>
    </message>
</context>
<context>
    <name>Signalbox::RoomsModel</name>
    <message>
        <source>A part of its name</source>
        <translation>名称的一部分</translation>
    </message>
    <message>
        <source>What stands before the colon</source>
        <translation>冒号之前的部分</translation>
    </message>
    <message>
        <source>Connections that are in it</source>
        <translation>其中的连接</translation>
    </message>
    <message>
        <source>Events per second</source>
        <translation>每秒事件数</translation>
    </message>
    <message>
        <source>Events that are kept of it</source>
        <translation>为其保留的事件</translation>
    </message>
    <message>
        <source>How long ago its last event came</source>
        <translation>距最后一个事件多久</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>None since the rooms are watched</source>
        <translation>自开始观察房间以来没有</translation>
    </message>
    <message>
        <source>Events that are kept, for clients that come back</source>
        <translation>为重新连接的客户端保留的事件</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Events/s</source>
        <translation>事件/秒</translation>
    </message>
    <message>
        <source>Retained</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>最后事件</translation>
    </message>
</context>
<context>
    <name>Signalbox::RunningOptions</name>
    <message>
        <source>There is no setting of that name</source>
        <translation>没有该名称的设置</translation>
    </message>
    <message>
        <source>This cannot be changed here</source>
        <translation>此项无法在此处更改</translation>
    </message>
    <message>
        <source>default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>console</source>
        <translation>控制台</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未设置</translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln 个令牌</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln secret(s)</source>
        <translation>
            <numerusform>%Ln 个共享密钥</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::SendEventDialog</name>
    <message>
        <source>Send an event</source>
        <translation>发送事件</translation>
    </message>
    <message>
        <source>To %1. It is not kept in any history.</source>
        <translation>发给 %1。不会保留在任何历史中。</translation>
    </message>
    <message>
        <source>&amp;Type:</source>
        <translation>类型(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Data, a JSON object:</source>
        <translation>数据，一个 JSON 对象(&amp;D)：</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题所在</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>发送(&amp;S)</translation>
    </message>
    <message>
        <source>An event needs a type.</source>
        <translation>事件需要类型。</translation>
    </message>
    <message>
        <source>A type consists of letters, digits and _ . : -</source>
        <translation>类型由字母、数字和 _ . : - 组成</translation>
    </message>
    <message>
        <source>“%1” is reserved for the protocols.</source>
        <translation>“%1”保留给协议使用。</translation>
    </message>
    <message>
        <source>The data is no JSON: %1</source>
        <translation>数据不是 JSON：%1</translation>
    </message>
    <message>
        <source>The data must be a JSON object: { … }</source>
        <translation>数据必须是 JSON 对象：{ … }</translation>
    </message>
</context>
<context>
    <name>Signalbox::SettingsModel</name>
    <message>
        <source>The console is read-only</source>
        <translation>控制台为只读</translation>
    </message>
    <message>
        <source>Can be changed only at the start: by option, environment or file</source>
        <translation>只能在启动时更改：通过选项、环境变量或文件</translation>
    </message>
    <message>
        <source>Cannot be changed here</source>
        <translation>无法在此处更改</translation>
    </message>
    <message>
        <source>needs a restart</source>
        <translation>需要重启</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>立即</translation>
    </message>
    <message>
        <source>Double-click or F2 to change</source>
        <translation>双击或按 F2 更改</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>设置来源</translation>
    </message>
    <message>
        <source>Takes effect</source>
        <translation>生效</translation>
    </message>
</context>
<context>
    <name>Signalbox::SettingsView</name>
    <message>
        <source>Console</source>
        <translation>控制台</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>System</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>主题(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>语言(&amp;L)：</translation>
    </message>
    <message>
        <source>Show times in &amp;UTC</source>
        <translation>以 UTC 显示时间(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Reset the layout</source>
        <translation>重置布局(&amp;R)</translation>
    </message>
    <message>
        <source>Forget the sizes of windows, columns and panes</source>
        <translation>忘记窗口、列和窗格的大小</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>Read-&amp;only: nothing can be changed</source>
        <translation>只读：不能更改任何内容(&amp;O)</translation>
    </message>
    <message>
        <source>The console was started with --read-only</source>
        <translation>控制台以 --read-only 启动</translation>
    </message>
    <message>
        <source>&amp;Ask everything again</source>
        <translation>恢复所有询问(&amp;A)</translation>
    </message>
    <message>
        <source>Takes back every “Do not ask again”</source>
        <translation>撤销所有“不再询问”</translation>
    </message>
    <message>
        <source>Every act is asked about again.</source>
        <translation>每个操作都会重新询问。</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Ask what to do</source>
        <translation>询问如何处理</translation>
    </message>
    <message>
        <source>Stop the server</source>
        <translation>停止服务器</translation>
    </message>
    <message>
        <source>Keep the server in the tray</source>
        <translation>将服务器保留在托盘中</translation>
    </message>
    <message>
        <source>When the window is &amp;closed:</source>
        <translation>关闭窗口时(&amp;C)：</translation>
    </message>
    <message>
        <source>Show an icon in the t&amp;ray, with alerts</source>
        <translation>在托盘中显示图标和提醒(&amp;R)</translation>
    </message>
    <message>
        <source>Takes effect at the next start</source>
        <translation>下次启动时生效</translation>
    </message>
    <message>
        <source>This desktop has no tray</source>
        <translation>此桌面没有托盘</translation>
    </message>
    <message>
        <source>Filter options</source>
        <translation>筛选选项</translation>
    </message>
    <message>
        <source>Options of the server</source>
        <translation>服务器选项</translation>
    </message>
    <message>
        <source>What is changed here lasts until the server stops; to keep it, set it by option, environment or file. Values in bold differ from their default.</source>
        <translation>此处的更改在服务器停止前有效；要永久保留，请通过选项、环境变量或文件设置。粗体值与其默认值不同。</translation>
    </message>
    <message>
        <source>The options cannot be shown: %1</source>
        <translation>无法显示选项：%1</translation>
    </message>
    <message>
        <source>%1 was not changed: %2</source>
        <comment>option, reason</comment>
        <translation>%1 未更改：%2</translation>
    </message>
    <message>
        <source>%1 was changed.</source>
        <translation>%1 已更改。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>Signalbox::ShortcutsDialog</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Copy the selected rows</source>
        <translation>复制所选行</translation>
    </message>
    <message>
        <source>Disconnect or revoke what is selected</source>
        <translation>断开或吊销所选项</translation>
    </message>
    <message>
        <source>Open what is selected</source>
        <translation>打开所选项</translation>
    </message>
    <message>
        <source>Leave the filter, close a dialog</source>
        <translation>离开筛选器，关闭对话框</translation>
    </message>
    <message>
        <source>Publish the event that is being written</source>
        <translation>发布正在编写的事件</translation>
    </message>
    <message>
        <source>What they do</source>
        <translation>作用</translation>
    </message>
</context>
<context>
    <name>Signalbox::Sidebar</name>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>page (keys)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln alert(s)</source>
        <translation>
            <numerusform>%1，%Ln 个提醒</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::SqliteTokenStore</name>
    <message>
        <source>The file of tokens cannot be used: %1. What is changed now is lost at the next start.</source>
        <translation>无法使用令牌文件：%1。现在所作的更改会在下次启动时丢失。</translation>
    </message>
    <message>
        <source>Tokens are kept in memory only.</source>
        <translation>令牌只保存在内存中。</translation>
    </message>
    <message>
        <source>The file of tokens could not be written: %1</source>
        <translation>无法写入令牌文件：%1</translation>
    </message>
    <message>
        <source>Revocations were lost: which of the tokens that were issued before %1 are revoked is not known, so all of them are refused. Issue new ones, or set --on-store-failure to allow.</source>
        <translation>吊销记录已丢失：无法得知 %1 之前签发的令牌中哪些已被吊销，因此全部拒绝。请签发新令牌，或将 --on-store-failure 设为 allow。</translation>
    </message>
    <message>
        <source>Revocations were lost: tokens that were issued before %1 are let in, be they revoked or not. Set --on-store-failure to deny to refuse them.</source>
        <translation>吊销记录已丢失：%1 之前签发的令牌无论是否已吊销都会被允许。要拒绝它们，请将 --on-store-failure 设为 deny。</translation>
    </message>
</context>
<context>
    <name>Signalbox::StaticToken</name>
    <message>
        <source>%1; set the token again, or remove the file</source>
        <translation>%1；请重新设置令牌，或删除该文件</translation>
    </message>
    <message>
        <source>%1 holds no digest of a token; remove it, and set the token again</source>
        <translation>%1 中没有令牌的摘要；请将其删除，并重新设置令牌</translation>
    </message>
    <message>
        <source>must have at most %1 bytes</source>
        <translation>最多 %1 字节</translation>
    </message>
</context>
<context>
    <name>Signalbox::StaticTokenDialog</name>
    <message>
        <source>Set the static token</source>
        <translation>设置静态令牌</translation>
    </message>
    <message>
        <source>Clients that show it may subscribe and publish, without a user of their own. It replaces the static tokens there are; connections that used those are closed. The server keeps a hash of it: copy it before you set it.</source>
        <translation>出示它的客户端可以订阅和发布，但没有自己的用户。它会取代现有的静态令牌；使用那些令牌的连接会被关闭。服务器只保存它的哈希：请在设置前复制它。</translation>
    </message>
    <message>
        <source>&amp;Token:</source>
        <translation>令牌(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>生成(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题所在</translation>
    </message>
    <message>
        <source>&amp;Remove it</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>No static token is accepted any more.</source>
        <translation>不再接受任何静态令牌。</translation>
    </message>
    <message>
        <source>&amp;Set</source>
        <translation>设置(&amp;S)</translation>
    </message>
    <message>
        <source>A token has no spaces at its ends.</source>
        <translation>令牌首尾不能有空格。</translation>
    </message>
    <message numerus="yes">
        <source>A token this short may be guessed: %n character(s) or more are better.</source>
        <translation>
            <numerusform>这么短的令牌可能被猜到：最好有 %n 个或更多字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>Write a token, or generate one.</source>
        <translation>请输入令牌，或生成一个。</translation>
    </message>
</context>
<context>
    <name>Signalbox::StatusLine</name>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>State of the server</source>
        <translation>服务器状态</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>The zone that times are shown in</source>
        <translation>显示时间所用的时区</translation>
    </message>
    <message>
        <source>Nothing can be changed from this console</source>
        <translation>此控制台不能更改任何内容</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>Draining</source>
        <translation>正在排空</translation>
    </message>
    <message>
        <source>Publishing is stopped</source>
        <translation>发布已停止</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>正在监听</translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s)</source>
        <translation>
            <numerusform>%Ln 个客户端</numerusform>
        </translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>本地时间</translation>
    </message>
</context>
<context>
    <name>Signalbox::SubscriptionsView</name>
    <message>
        <source>No rooms yet</source>
        <translation>还没有房间</translation>
    </message>
    <message>
        <source>A room shows here when a client joins it or an event is kept for it.</source>
        <translation>客户端加入房间或为其保留事件时，房间会显示在此处。</translation>
    </message>
    <message>
        <source>Filter: kind:project members&gt;10 rate&gt;1</source>
        <translation>筛选：kind:project members&gt;10 rate&gt;1</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>Copy the room&apos;s name</source>
        <translation>复制房间名称</translation>
    </message>
    <message>
        <source>Who would receive an event?</source>
        <translation>谁会收到事件？</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>订阅</translation>
    </message>
</context>
<context>
    <name>Signalbox::TableView</name>
    <message>
        <source>Copied the first %1 of %2 rows. To have all of them, export them.</source>
        <translation>已复制 %2 行中的前 %1 行。要获得全部行，请导出。</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n row(s).</source>
        <translation>
            <numerusform>已复制 %n 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Export rows</source>
        <translation>导出行</translation>
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
            <numerusform>已将 %n 行写入 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy “%1” only</source>
        <translation>仅复制“%1”</translation>
    </message>
    <message>
        <source>&amp;Sort by</source>
        <translation>排序方式(&amp;S)</translation>
    </message>
    <message>
        <source>Co&amp;lumns</source>
        <translation>列(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation>重置列(&amp;R)</translation>
    </message>
    <message>
        <source>As they &amp;came</source>
        <translation>按到达顺序(&amp;C)</translation>
    </message>
</context>
<context>
    <name>Signalbox::ThroughputPanel</name>
    <message>
        <source>Throughput</source>
        <translation>吞吐量</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>显示的时间</translation>
    </message>
    <message>
        <source>1 min</source>
        <translation>1 分钟</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5 分钟</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Hold the chart still (Ctrl+P)</source>
        <translation>让图表静止 (Ctrl+P)</translation>
    </message>
    <message>
        <source>Save the chart as a PNG picture</source>
        <translation>将图表保存为 PNG 图片</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>group: choice</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已接收</translation>
    </message>
    <message>
        <source>Deliveries out</source>
        <translation>流出送达</translation>
    </message>
    <message>
        <source>Events in</source>
        <translation>流入事件</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>保存图表</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
</context>
<context>
    <name>Signalbox::TimeChart</name>
    <message>
        <source>Throughput over time</source>
        <translation>吞吐量随时间的变化</translation>
    </message>
    <message>
        <source>Collecting the first seconds…</source>
        <translation>正在收集最初几秒的数据…</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>−%1 s</source>
        <translation>−%1 秒</translation>
    </message>
    <message>
        <source>−%1 min</source>
        <translation>−%1 分钟</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name: value</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>Signalbox::Toast</name>
    <message>
        <source>Copy the message</source>
        <translation>复制消息</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭通知</translation>
    </message>
    <message>
        <source>%1 (%2 times)</source>
        <comment>a message that was repeated</comment>
        <translation>%1（%2 次）</translation>
    </message>
</context>
<context>
    <name>Signalbox::TokenActions</name>
    <message>
        <source>&amp;Issue a token…</source>
        <translation>签发令牌(&amp;I)…</translation>
    </message>
    <message>
        <source>Make a token for a client</source>
        <translation>为客户端创建令牌</translation>
    </message>
    <message>
        <source>&amp;Revoke…</source>
        <translation>吊销(&amp;R)…</translation>
    </message>
    <message>
        <source>Take the selected tokens back and close their connections</source>
        <translation>吊销所选令牌并关闭其连接</translation>
    </message>
    <message>
        <source>&amp;Decode a token…</source>
        <translation>解码令牌(&amp;D)…</translation>
    </message>
    <message>
        <source>See what a token says, and whether the server accepts it</source>
        <translation>查看令牌的内容，以及服务器是否接受它</translation>
    </message>
    <message>
        <source>Rotate the signing &amp;key…</source>
        <translation>轮换签名密钥(&amp;K)…</translation>
    </message>
    <message>
        <source>Sign new tokens with another secret</source>
        <translation>用另一个共享密钥签发新令牌</translation>
    </message>
    <message>
        <source>Set the &amp;static token…</source>
        <translation>设置静态令牌(&amp;S)…</translation>
    </message>
    <message>
        <source>Set what clients may show instead of a JWT</source>
        <translation>设置客户端可以代替 JWT 出示的令牌</translation>
    </message>
    <message>
        <source>What is selected is revoked already.</source>
        <translation>所选项已被吊销。</translation>
    </message>
    <message>
        <source>The console is read-only.</source>
        <translation>控制台为只读。</translation>
    </message>
    <message>
        <source>Select a token first.</source>
        <translation>请先选择一个令牌。</translation>
    </message>
    <message>
        <source>Rotate the signing key</source>
        <translation>轮换签名密钥</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>轮换</translation>
    </message>
    <message>
        <source>New tokens are signed with a new key.</source>
        <translation>新令牌将用新密钥签发。</translation>
    </message>
    <message>
        <source>The static token was removed.</source>
        <translation>静态令牌已移除。</translation>
    </message>
    <message>
        <source>The static token was set.</source>
        <translation>静态令牌已设置。</translation>
    </message>
    <message>
        <source>%1, of %2</source>
        <translation>%1，属于 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln connection(s)</source>
        <translation>
            <numerusform>%1：%Ln 个连接</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This closes %Ln connection(s).</source>
        <translation>
            <numerusform>这会关闭 %Ln 个连接。</numerusform>
        </translation>
    </message>
    <message>
        <source>No connection uses them now.</source>
        <translation>目前没有连接使用它们。</translation>
    </message>
    <message>
        <source>Revoke tokens</source>
        <translation>吊销令牌</translation>
    </message>
    <message numerus="yes">
        <source>Revoke %Ln token(s) for good?</source>
        <translation>
            <numerusform>要永久吊销 %Ln 个令牌吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>吊销</translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s) revoked.</source>
        <translation>
            <numerusform>已吊销 %Ln 个令牌。</numerusform>
        </translation>
    </message>
    <message>
        <source>New tokens are signed with a new secret. Those of the present one stay valid until they expire.</source>
        <translation>新令牌会用新的共享密钥签发。用当前共享密钥签发的令牌在过期前仍然有效。</translation>
    </message>
    <message>
        <source>No token of an older one is valid now, so that none ends.</source>
        <translation>目前没有用更早的共享密钥签发的有效令牌，因此不会有令牌失效。</translation>
    </message>
    <message numerus="yes">
        <source>Those of the one before end now: %Ln listed token(s).</source>
        <translation>
            <numerusform>用上一个共享密钥签发的令牌立即失效：列表中的 %Ln 个令牌。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::TokenActs</name>
    <message>
        <source>This is a static token, and it is accepted.</source>
        <translation>这是静态令牌，会被接受。</translation>
    </message>
    <message>
        <source>This token is accepted.</source>
        <translation>此令牌会被接受。</translation>
    </message>
    <message>
        <source>There is no token.</source>
        <translation>没有令牌。</translation>
    </message>
    <message>
        <source>This token has expired.</source>
        <translation>此令牌已过期。</translation>
    </message>
    <message>
        <source>This token was revoked.</source>
        <translation>此令牌已被吊销。</translation>
    </message>
    <message>
        <source>This token is not accepted: %1.</source>
        <translation>此令牌不被接受：%1。</translation>
    </message>
    <message>
        <source>The token is revoked, but may be good again after a restart: %1</source>
        <translation>令牌已吊销，但重启后可能重新有效：%1</translation>
    </message>
    <message>
        <source>This server does not change its signing key</source>
        <translation>此服务器不会更改其签名密钥</translation>
    </message>
    <message>
        <source>This server does not change its static token</source>
        <translation>此服务器不会更改其静态令牌</translation>
    </message>
</context>
<context>
    <name>Signalbox::TokenCommand</name>
    <message>
        <source>--room %1: must be a room such as project:7, or all of a kind such as project:*</source>
        <translation>--room %1：必须是房间 (如 project:7)，或某一类的全部房间 (如 project:*)</translation>
    </message>
    <message>
        <source>--room needs a value</source>
        <translation>--room 需要一个值</translation>
    </message>
    <message>
        <source>--scope %1: must be subscribe, publish or admin</source>
        <translation>--scope %1：必须是 subscribe、publish 或 admin</translation>
    </message>
    <message>
        <source>--scope needs a value</source>
        <translation>--scope 需要一个值</translation>
    </message>
    <message>
        <source>token issue needs --sub USER</source>
        <translation>token issue 需要 --sub USER</translation>
    </message>
    <message>
        <source>--sub %1: must be 1-255 bytes without control characters and *</source>
        <translation>--sub %1：必须是 1-255 字节，不含控制字符和 *</translation>
    </message>
    <message>
        <source>--ttl %1: %2</source>
        <translation>--ttl %1：%2</translation>
    </message>
    <message>
        <source>--name: must have at most %1 bytes</source>
        <translation>--name：最多 %1 字节</translation>
    </message>
    <message>
        <source>there is no token to inspect</source>
        <translation>没有可检查的令牌</translation>
    </message>
    <message>
        <source>there is no JWT secret yet; the first start makes %1</source>
        <translation>还没有 JWT 共享密钥；首次启动时会创建 %1</translation>
    </message>
    <message>
        <source>it is not from this server, and no key of others is configured</source>
        <translation>它不是此服务器签发的，也没有配置他方的密钥</translation>
    </message>
    <message>
        <source>unexpected argument &apos;%1&apos;; see token --help</source>
        <translation>意外的参数“%1”；参见 token --help</translation>
    </message>
    <message>
        <source>%1: made the secret %2, which a server with these options uses</source>
        <translation>%1：已创建共享密钥 %2，供具有这些选项的服务器使用</translation>
    </message>
    <message>
        <source>%1: token %2%3 for %4, valid until %5</source>
        <translation>%1：令牌 %2%3，属于 %4，有效期至 %5</translation>
    </message>
    <message>
        <source>token inspect needs one token, or - for standard input</source>
        <translation>token inspect 需要一个令牌，或用 - 表示标准输入</translation>
    </message>
    <message>
        <source>valid, unless the server knows it as revoked</source>
        <translation>有效，除非服务器已将其吊销</translation>
    </message>
    <message>
        <source>not valid: %1</source>
        <translation>无效：%1</translation>
    </message>
</context>
<context>
    <name>Signalbox::TokenFile</name>
    <message>
        <source>%1:%2: is not UTF-8</source>
        <translation>%1:%2：不是 UTF-8</translation>
    </message>
    <message>
        <source>%1:%2: %3</source>
        <translation>%1:%2：%3</translation>
    </message>
    <message>
        <source>%1 holds more than %2 tokens</source>
        <translation>%1 中的令牌多于 %2 个</translation>
    </message>
    <message>
        <source>%1 holds no token</source>
        <translation>%1 中没有令牌</translation>
    </message>
</context>
<context>
    <name>Signalbox::TokenRegistryCommand</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 does not take the admin token of these options</source>
        <translation>%1 不接受这些选项的管理令牌</translation>
    </message>
    <message>
        <source>%1 answers with status %2</source>
        <translation>%1 以状态码 %2 响应</translation>
    </message>
    <message>
        <source>there is no data folder; --data-dir names one</source>
        <translation>没有数据文件夹；可用 --data-dir 指定</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>STATUS</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>USER</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>SCOPES</source>
        <translation>权限范围</translation>
    </message>
    <message>
        <source>EXPIRES</source>
        <translation>过期时间</translation>
    </message>
    <message>
        <source>LAST USED</source>
        <translation>上次使用</translation>
    </message>
    <message>
        <source>ROOMS</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>%1: no server answers there; this is what %2 says</source>
        <translation>%1：那里没有服务器响应；以下是 %2 中的内容</translation>
    </message>
    <message>
        <source>token list takes options only; see token --help</source>
        <translation>token list 只接受选项；参见 token --help</translation>
    </message>
    <message>
        <source>token revoke needs the id of one token</source>
        <translation>token revoke 需要一个令牌的标识</translation>
    </message>
    <message>
        <source>%1: token %2 is revoked</source>
        <translation>%1：令牌 %2 已吊销</translation>
    </message>
</context>
<context>
    <name>Signalbox::TokenText</name>
    <message>
        <source>It is no JWT that could be shown.</source>
        <translation>这不是可以显示的 JWT。</translation>
    </message>
    <message>
        <source>header</source>
        <translation>头部</translation>
    </message>
    <message>
        <source>claims</source>
        <translation>声明</translation>
    </message>
</context>
<context>
    <name>Signalbox::TokensModel</name>
    <message>
        <source>Expires in</source>
        <translation>剩余有效期</translation>
    </message>
    <message>
        <source>How long it is still valid; negative when it has expired</source>
        <translation>还有多久有效；已过期时为负值</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>上次使用</translation>
    </message>
    <message>
        <source>When somebody last authenticated with it. Filters compare how long ago that is</source>
        <translation>上次有人用它进行身份验证的时间。筛选器比较的是距今多久</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What an operator noted of it</source>
        <translation>运维人员所作的备注</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主体</translation>
    </message>
    <message>
        <source>The user it is for</source>
        <translation>它所属的用户</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>The rooms that it may join</source>
        <translation>它可以加入的房间</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>权限范围</translation>
    </message>
    <message>
        <source>What it allows</source>
        <translation>它所允许的操作</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>过期时间</translation>
    </message>
    <message>
        <source>Until when it is valid</source>
        <translation>有效期截止时间</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>When it was issued. Filters compare how long ago that is</source>
        <translation>签发时间。筛选器比较的是距今多久</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>issued: by this server; foreign: of somebody else, known because it was revoked</source>
        <translation>issued：由此服务器签发；foreign：由他方签发，因被吊销而为人所知</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>What it is revoked by</source>
        <translation>吊销时使用的标识</translation>
    </message>
    <message>
        <source>active</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>expires &lt; 7 d</source>
        <translation>7 天内过期</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>已吊销</translation>
    </message>
    <message>
        <source>foreign</source>
        <translation>他方</translation>
    </message>
    <message>
        <source>issued</source>
        <translation>已签发</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>active, expires-soon (in less than 7 days), expired, key-gone (signed with a key that was rotated away) or revoked</source>
        <translation>active、expires-soon (不到 7 天)、expired、key-gone (用已轮换掉的密钥签发) 或 revoked</translation>
    </message>
    <message>
        <source>key is gone</source>
        <translation>密钥已失效</translation>
    </message>
</context>
<context>
    <name>Signalbox::TokensView</name>
    <message>
        <source>Tokens</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>No token matches the filter.</source>
        <translation>没有令牌符合筛选条件。</translation>
    </message>
    <message>
        <source>State of the token store</source>
        <translation>令牌存储的状态</translation>
    </message>
    <message>
        <source>No tokens yet</source>
        <translation>还没有令牌</translation>
    </message>
    <message>
        <source>A token says who a client is, what it may do, and which rooms it may join. Those issued here or over HTTP are listed, and can be revoked.</source>
        <translation>令牌说明客户端是谁、可以做什么、可以加入哪些房间。在此或通过 HTTP 签发的令牌会列出，并可吊销。</translation>
    </message>
    <message>
        <source>&amp;Issue a token…</source>
        <translation>签发令牌(&amp;I)…</translation>
    </message>
</context>
<context>
    <name>Signalbox::Tone</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
</context>
<context>
    <name>Signalbox::TrayIcon</name>
    <message>
        <source>Show the console</source>
        <translation>显示控制台</translation>
    </message>
    <message>
        <source>Stop the server and quit</source>
        <translation>停止服务器并退出</translation>
    </message>
    <message>
        <source>Signalbox – %1</source>
        <translation>Signalbox – %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s)</source>
        <translation>
            <numerusform>%Ln 个客户端</numerusform>
        </translation>
    </message>
    <message>
        <source>Publishing is stopped</source>
        <translation>发布已停止</translation>
    </message>
    <message>
        <source>A component is in trouble</source>
        <translation>某个组件出现故障</translation>
    </message>
</context>
<context>
    <name>Signalbox::UserText</name>
    <message>
        <source>anonymous</source>
        <translation>匿名</translation>
    </message>
</context>
<context>
    <name>Signalbox::WindowActions</name>
    <message>
        <source>&amp;Emergency stop…</source>
        <translation>紧急停止(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Stop the server and quit</source>
        <translation>停止服务器并退出(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Close the window</source>
        <translation>关闭窗口(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>查找(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>刷新(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Times in &amp;UTC</source>
        <translation>以 UTC 显示时间(&amp;U)</translation>
    </message>
    <message>
        <source>Read-&amp;only</source>
        <translation>只读(&amp;O)</translation>
    </message>
    <message>
        <source>Reset the &amp;layout</source>
        <translation>重置布局(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation>命令(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>指南(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Keys…</source>
        <translation>快捷键(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;About Signalbox</source>
        <translation>关于 Signalbox(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>服务器(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Theme: as the &amp;system</source>
        <translation>主题：跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>Theme: &amp;light</source>
        <translation>主题：浅色(&amp;L)</translation>
    </message>
    <message>
        <source>Theme: &amp;dark</source>
        <translation>主题：深色(&amp;D)</translation>
    </message>
</context>
<context>
    <name>TrustedProxies</name>
    <message>
        <source>&quot;%1&quot; is no address or network such as 10.0.0.0/8 or ::1</source>
        <translation>“%1”不是地址或网络，如 10.0.0.0/8 或 ::1</translation>
    </message>
</context>
</TS>
