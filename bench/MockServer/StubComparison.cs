using System.Diagnostics;
using System.Globalization;

namespace SocialContract.MockServer.Bench;

/// <summary>
/// Loads the mock with stubs of several kinds, WireMock.Net and WireMock for Java with the same request, in turns in one run, and prints
/// what each costs against the mock without stubs; then starts the mock and the bare server, in turns.
/// </summary>
/// <param name="document">An absolute path.</param>
/// <param name="jar">WireMock for Java; without the file it is left out.</param>
internal sealed class StubComparison(string document, string path, byte[] request, string jar, int connections)
{
    private const int Starts = 5;

    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(2);

    public async Task RunAsync(int rounds)
    {
        var folder = Directory.CreateTempSubdirectory();
        var rows = new List<Row>();
        try
        {
            await StartAllAsync(folder.FullName, rows);
            await MeasureAsync(rows, rounds);
            Print(rows);
        }
        finally
        {
            rows.ForEach(row => row.Server.Dispose());
            folder.Delete(recursive: true);
        }

        await CompareStartsAsync();
    }

    private async Task StartAllAsync(string folder, List<Row> rows)
    {
        var mock = ServerProcess.Start("mock", document);
        rows.Add(new Row("the mock without stubs", mock, null, 0));
        var first = await new LoadClient(mock.Address, request, 1).OnceAsync();
        var answer = first[(first.AsSpan().IndexOf("\r\n\r\n"u8) + 4)..];
        var answerText = Convert.ToBase64String(answer);
        var matching = BenchStubs.Collection(BenchStubs.OnOtherPaths(BenchStubs.Many - 1).Append(BenchStubs.Matching(path, answer)));

        rows.Add(WithStubs("100 stubs on other paths", BenchStubs.Collection(BenchStubs.OnOtherPaths(100)), 0.95));
        rows.Add(WithStubs("1,000 stubs on other paths", BenchStubs.Collection(BenchStubs.OnOtherPaths(BenchStubs.Many)), 0.95));
        rows.Add(WithStubs("10 on the path, other headers", BenchStubs.Collection(BenchStubs.WithOtherHeaders(path, 10)), 0.6));
        rows.Add(WithStubs("10 on the path, other JSON", BenchStubs.Collection(BenchStubs.WithOtherBodies(path, 10)), 0.6));
        rows.Add(WithStubs("a match among 1,000", matching, null) with { LeastOfWireMockNet = 10 });
        rows.Add(new Row("the same, in WireMock.Net's form", ServerProcess.Start("mock", document, "net", path, answerText), null, 10));
        rows.Add(new Row(WireMockNet, ServerProcess.Start("wiremock.net", path, answerText), null, 0));
        var mappings = Directory.CreateDirectory(Path.Combine(folder, "java", "mappings")).FullName;
        await File.WriteAllTextAsync(Path.Combine(mappings, "stubs.json"), matching);
        if (!File.Exists(jar) || ServerProcess.StartJava(jar, Path.Combine(folder, "java")) is not { } java)
        {
            Console.WriteLine("WireMock for Java is left out: it needs java in the path, and `npm ci` in tests/interop.");
        }
        else
        {
            rows.Add(new Row("WireMock for Java, 1,000 stubs", java, null, 0));
        }

        Row WithStubs(string name, string stubs, double? least)
        {
            var file = Path.Combine(folder, $"{rows.Count}.json");
            File.WriteAllText(file, stubs);
            return new Row(name, ServerProcess.Start("mock", document, "java", file), least, 0);
        }
    }

    private const string WireMockNet = "WireMock.Net, 1,000 stubs";

    private async Task MeasureAsync(List<Row> rows, int rounds)
    {
        var clients = rows.ToDictionary(row => row, row => new LoadClient(row.Server.Address, request, connections));
        foreach (var row in rows)
        {
            await clients[row].RunAsync(TimeSpan.FromSeconds(4));
        }

        for (var round = 1; round <= rounds; round++)
        {
            // Each round begins at another row, so that no row has the same neighbour and the same warmth throughout.
            var shift = round * 3 % rows.Count;
            foreach (var row in rows.Skip(shift).Concat(rows.Take(shift)))
            {
                var allocated = row.Server.AllocatedBytes;
                var before = row.Server.ProcessorTime;
                var started = Stopwatch.GetTimestamp();
                var count = await clients[row].RunAsync(Turn);
                row.Rates.Add(count / Stopwatch.GetElapsedTime(started).TotalSeconds);
                row.Microseconds.Add((row.Server.ProcessorTime - before).TotalMicroseconds / count);
                row.Bytes.Add((row.Server.AllocatedBytes - allocated) / (double)count);
            }
        }
    }

    private static void Print(List<Row> rows)
    {
        var mock = rows[0];
        var net = rows.First(row => row.Name == WireMockNet);
        Console.WriteLine("medians of the rounds      against:  the mock without stubs   WireMock.Net");
        Console.WriteLine($"{"",-34} {"req/s",9} {"rate",7} {"processor",10} {"rate",9} {"µs/req",8} {"bytes/req",10}");
        foreach (var row in rows)
        {
            var (ofMock, ofNet) = (RatioTo(mock, row), RatioTo(net, row));
            var aims = string.Concat(
                row.LeastOfMock is { } least ? Aim(ofMock, least, "the mock") : "",
                row.LeastOfWireMockNet > 0 ? Aim(ofNet, row.LeastOfWireMockNet, "WireMock.Net") : "");
            var processor = Median(row.Microseconds) / Median(mock.Microseconds);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{row.Name,-34} {Median(row.Rates),9:N0} {ofMock,7:0.000} {processor,10:0.00} {ofNet,9:0.0} "
                + $"{Median(row.Microseconds),8:0.0} {Median(row.Bytes),10:0}{aims}"));
        }
    }

    private static string Aim(double found, double least, string of) => string.Create(
        CultureInfo.InvariantCulture, $"  aim: {least} of {of}{(found < least ? ", MISSED" : "")}");

    private static double RatioTo(Row baseline, Row row) => Median([.. row.Rates.Zip(baseline.Rates, (one, other) => one / other)]);

    private async Task CompareStartsAsync()
    {
        var mock = (
            Name: "the mock without stubs", Arguments: new[] { "mock", document }, Times: new List<double>(), Memory: new List<double>());
        var bare = (Name: "bare Kestrel", Arguments: new[] { "bare", "" }, Times: new List<double>(), Memory: new List<double>());
        for (var start = 0; start < Starts; start++)
        {
            foreach (var (_, arguments, times, memory) in new[] { mock, bare })
            {
                var started = Stopwatch.GetTimestamp();
                using var server = ServerProcess.Start(arguments);
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                await new LoadClient(server.Address, request, 1).OnceAsync();
                memory.Add(server.ResidentBytes / 1048576.0);
            }
        }

        Console.WriteLine("start to the first answer's socket, and memory after the first answer; medians of 5 starts in turns");
        foreach (var (name, _, times, memory) in new[] { mock, bare })
        {
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{name,-34} {Median(times),7:0} ms {Median(memory),7:0} MiB"));
        }
    }

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    /// <param name="LeastOfMock">The aim against the mock without stubs; null: none.</param>
    /// <param name="LeastOfWireMockNet">The aim against WireMock.Net; 0: none.</param>
    private sealed record Row(string Name, ServerProcess Server, double? LeastOfMock, double LeastOfWireMockNet)
    {
        public List<double> Rates { get; } = [];

        public List<double> Microseconds { get; } = [];

        public List<double> Bytes { get; } = [];
    }
}
