using System.Diagnostics;
using System.Globalization;

namespace SocialContract.JsonSchema.Bench;

/// <summary>The comparison in a few seconds: medians of rounds in which the contestants take turns, and their ratios.</summary>
internal static class Comparison
{
    private const int Rounds = 9;
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(250);

    public static void Run()
    {
        using var ajv = new AjvProcess();
        Console.WriteLine(
            "| case | bytes | this, ns | NJsonSchema, ns | ajv from bytes, ns | ajv from string, ns "
            + "| × NJsonSchema | × ajv (bytes) | × ajv (string) |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var bench in BenchCase.All)
        {
            var contestants = new Contestants(bench);
            ajv.Prepare(bench);
            var ajvIterations = Math.Max(1, (int)(Round.TotalNanoseconds / ajv.Measure(bench, 20, alsoText: false).Bytes));
            List<double> own = [], other = [], bytes = [], text = [];
            for (var i = 0; i < Rounds; i++)
            {
                own.Add(Time(contestants.Own));
                other.Add(Time(contestants.NJsonSchemaVerdict));
                var (fromBytes, fromText) = ajv.Measure(bench, ajvIterations, alsoText: true);
                bytes.Add(fromBytes);
                text.Add(fromText);
            }

            var (o, n, b, t) = (Median(own), Median(other), Median(bytes), Median(text));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {bench.Name} | {bench.Body.Length} | {o:N0} | {n:N0} | {b:N0} | {t:N0} | {n / o:N1} | {b / o:N2} | {t / o:N2} |"));
        }
    }

    private static double Time(Func<bool> verdict)
    {
        var iterations = 0;
        var watch = Stopwatch.StartNew();
        do
        {
            for (var i = 0; i < 16; i++)
            {
                verdict();
            }

            iterations += 16;
        }
        while (watch.Elapsed < Round);
        return watch.Elapsed.TotalNanoseconds / iterations;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
