using BenchmarkDotNet.Attributes;

namespace SocialContract.JsonSchema.Bench;

/// <summary>
/// The comparison under BenchmarkDotNet. It runs in this process, since BenchmarkDotNet builds another only from a project file of the
/// assembly's name. The benchmark of ajv is one call that makes ajv's process do many iterations.
/// </summary>
[InProcess]
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
