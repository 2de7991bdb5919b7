using SocialContract.Contract.Generation.Examples.Templates;
using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.Contract.Export.WireMock;

/// <summary>The request of a stub's response: what is the same for all requests that the stub matches.</summary>
internal sealed class StubContext(Operation operation, IReadOnlyList<Violation> violations) : ResponseContext
{
    public override string Method => operation.Method;

    public override string Url => operation.Path;

    public override string Path => operation.Path;

    public override IReadOnlyList<Violation> Violations => violations;

    public override bool TryGetParameter(ParameterLocation location, string name, out ReadOnlyMemory<byte> json)
    {
        json = default;
        return false;
    }

    public override string? Header(string name) => null;

    public override bool TryGetBody(out JsonCursor body)
    {
        body = default;
        return false;
    }
}
