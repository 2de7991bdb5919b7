using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;
using SocialContract.MockServer;
using SocialContract.MockServer.Bench;
using SocialContract.MockServer.Logging;

// Loads the mock, everything on (validation, answer check, echo, CORS, a log line for each request), and a bare Kestrel endpoint with the
// documented request, in turns in one run, and prints requests per second, server processor time and allocation per request, and their
// ratios.
//
// With "stubs" first, it measures what stubs cost: the mock with stubs of several kinds, WireMock.Net and WireMock for Java in turns.
const int Connections = 16;

switch (args)
{
    case ["mock", var document, .. var stubs]:
        await using (var sink = new FileStream("/dev/null", FileMode.Open, FileAccess.Write))
        await using (var log = new StreamLog(sink, LogFormat.Text, colour: false, TimeProvider.System))
        using (var loggers = new LoggerFactory([log]))
        await using (var mock = await MockHost.StartAsync(new MockOptions { Document = document, LoggerFactory = loggers }))
        {
            BenchStubs.Add(mock, stubs);
            await ServeAsync(mock.Url);
        }

        return 0;
    case ["bare", var answer]:
        await using (var bare = await BareServer.StartAsync(Convert.FromBase64String(answer)))
        {
            await ServeAsync(new Uri(bare.Urls.First()));
        }

        return 0;
    case ["wiremock.net", var path, var answer]:
        using (var server = BenchStubs.StartWireMockNet(path, Convert.FromBase64String(answer)))
        {
            await ServeAsync(new Uri(server.Url!));
        }

        return 0;
    case ["stubs", var document, var path, var requestBody, var jar, .. var rest]:
        var load = RequestTo(path, await File.ReadAllBytesAsync(requestBody));
        await new StubComparison(Path.GetFullPath(document), path, load, jar, Connections).RunAsync(Rounds(rest, 5));
        return 0;
    case [var document, var path, var requestBody, .. var rest]:
        return await CompareAsync(document, path, requestBody, Rounds(rest, 7));
    default:
        Console.Error.WriteLine("usage: SocialContract.MockServer.Bench DOCUMENT PATH REQUEST_BODY_FILE [ROUNDS]");
        Console.Error.WriteLine("       SocialContract.MockServer.Bench stubs DOCUMENT PATH REQUEST_BODY_FILE WIREMOCK_JAR [ROUNDS]");
        return 2;
}

static async Task ServeAsync(Uri url)
{
    Console.WriteLine(url.Port);
    while (await Console.In.ReadLineAsync() is not null)
    {
        Console.WriteLine(GC.GetTotalAllocatedBytes(precise: true));
    }
}

static async Task<int> CompareAsync(string document, string path, string requestBody, int rounds)
{
    var request = RequestTo(path, await File.ReadAllBytesAsync(requestBody));
    using var mock = ServerProcess.Start("mock", Path.GetFullPath(document));
    var first = await new LoadClient(mock.Address, request, 1).OnceAsync();
    var body = first[(first.AsSpan().IndexOf("\r\n\r\n"u8) + 4)..];
    using var bare = ServerProcess.Start("bare", Convert.ToBase64String(body));

    var clients = new[] { new LoadClient(mock.Address, request, Connections), new LoadClient(bare.Address, request, Connections) };
    var servers = new[] { mock, bare };
    foreach (var client in clients)
    {
        await client.RunAsync(TimeSpan.FromSeconds(4));
    }

    Console.WriteLine(
        $"POST {path}, {request.Length} bytes in, {first.Length} bytes out, {Connections} connections, {Environment.ProcessorCount} "
        + "processors shared with the client");
    Console.WriteLine("round     mock req/s   bare req/s   ratio   mock µs/req   bare µs/req   (server processor time)");
    var ratios = new List<double>();
    var costs = new List<double>();
    var allocated = new[] { new List<double>(), new List<double>() };
    for (var round = 1; round <= rounds; round++)
    {
        var rates = new double[2];
        var micros = new double[2];
        foreach (var turn in round % 2 == 1 ? new[] { 0, 1 } : [1, 0])
        {
            var allocatedBefore = servers[turn].AllocatedBytes;
            var before = servers[turn].ProcessorTime;
            var seconds = TimeSpan.FromSeconds(2);
            var count = await clients[turn].RunAsync(seconds);
            rates[turn] = count / seconds.TotalSeconds;
            micros[turn] = (servers[turn].ProcessorTime - before).TotalMicroseconds / count;
            allocated[turn].Add((servers[turn].AllocatedBytes - allocatedBefore) / (double)count);
        }

        ratios.Add(rates[0] / rates[1]);
        costs.Add(micros[0] / micros[1]);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{round,5} {rates[0],14:N0} {rates[1],12:N0} {ratios[^1],7:0.00} {micros[0],13:0.0} {micros[1],13:0.0}"));
    }

    Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture, $"median ratio of throughput, mock / bare Kestrel: {Median(ratios):0.00} (aim: 0.70 or better)"));
    Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture, $"median ratio of server processor time per request, mock / bare Kestrel: {Median(costs):0.00}"));
    Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"median bytes allocated by the server per request: mock {Median(allocated[0]):0}, bare Kestrel {Median(allocated[1]):0}"));
    return 0;
}

static byte[] RequestTo(string path, byte[] body) =>
[
    .. Encoding.ASCII.GetBytes(
        $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthentication: Bearer TOKEN\r\nOrigin: http://localhost:3000\r\nAccept: "
        + $"application/json\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n"),
    .. body,
];

static int Rounds(string[] rest, int usual) => rest is [var text] ? int.Parse(text, CultureInfo.InvariantCulture) : usual;

static double Median(List<double> values)
{
    var sorted = values.Order().ToList();
    return sorted[sorted.Count / 2];
}
