using BenchmarkDotNet.Running;
using SocialContract.JsonSchema.Bench;

switch (args)
{
    case ["compare"]:
        Comparison.Run();
        break;
    case ["document", var file]:
        GitHubDocument.Run(file);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(EvaluatorBenchmarks).Assembly).Run(args);
        break;
}
