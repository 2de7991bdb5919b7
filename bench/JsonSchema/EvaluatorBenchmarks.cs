using BenchmarkDotNet.Attributes;

namespace SocialContract.JsonSchema.Bench;

/// <summary>The comparison under BenchmarkDotNet; ajv's share is one call that makes its process do many iterations.</summary>
[MemoryDiagnoser]
public class EvaluatorBenchmarks
{
    private const int AjvIterations = 100;

    private Contestants _contestants = null!;
    private AjvProcess _ajv = null!;
    private BenchCase _bench = null!;

    [Params("request-579", "array-1MB", "oneOf-deep")]
    public string Case { get; set; } = "";

    [GlobalSetup]
    public void SetUp()
    {
        _bench = BenchCase.Named(Case);
        _contestants = new(_bench);
        _ajv = new();
        _ajv.Prepare(_bench);
    }

    [GlobalCleanup]
    public void CleanUp() => _ajv.Dispose();

    [Benchmark(Baseline = true)]
    public bool Own() => _contestants.Own();

    [Benchmark]
    public bool NJsonSchema() => _contestants.NJsonSchemaVerdict();

    [Benchmark(OperationsPerInvoke = AjvIterations)]
    public double Ajv() => _ajv.Measure(_bench, AjvIterations, alsoText: false).Bytes;
}
