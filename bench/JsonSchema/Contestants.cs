using System.Text;
using SocialContract.JsonSchema.Compilation;

namespace SocialContract.JsonSchema.Bench;

/// <summary>The two evaluators of this process, each from UTF-8 bytes to the verdict.</summary>
internal sealed class Contestants
{
    private readonly CompiledSchema _own;
    private readonly NJsonSchema.JsonSchema _other;
    private readonly byte[] _body;

    public Contestants(BenchCase bench)
    {
        _own = CompileOwn(bench);
        _other = NJsonSchema.JsonSchema.FromJsonAsync(bench.Schema).GetAwaiter().GetResult();
        _body = bench.Body;
        if (!Own() || !NJsonSchemaVerdict())
        {
            throw new InvalidOperationException($"Expected the body of {bench.Name} to be valid.");
        }
    }

    public bool Own() => _own.IsValid(_body);

    public bool NJsonSchemaVerdict() => _other.Validate(Encoding.UTF8.GetString(_body)).Count == 0;

    private static CompiledSchema CompileOwn(BenchCase bench)
    {
        var uri = new Uri("https://bench.example/" + bench.Name);
        var registry = new SchemaRegistry(SchemaSettings.Default);
        registry.Add(uri, bench.SchemaElement);
        return ((CompileResult.Compiled)registry.Compile(uri)).Schema;
    }
}
