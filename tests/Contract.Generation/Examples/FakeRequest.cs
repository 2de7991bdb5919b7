using System.Text;
using SocialContract.Contract.Generation.Examples.Templates;
using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.Contract.Generation.Tests.Examples;

/// <summary>A request given by hand, without a server.</summary>
internal sealed class FakeRequest : ResponseContext, IDisposable
{
    private readonly Dictionary<(ParameterLocation, string), byte[]> _parameters = [];
    private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase);
    private JsonInstance? _body;

    public override string Method => "POST";

    public override string Url => "http://localhost:8080/things/7?x=1";

    public override string Path => "/things/7";

    public override ulong Seed => GivenSeed;

    public ulong GivenSeed { get; init; }

    public IReadOnlyList<Violation> GivenViolations { get; init; } = [];

    public override IReadOnlyList<Violation> Violations => GivenViolations;

    public FakeRequest With(ParameterLocation location, string name, string json)
    {
        _parameters[(location, name)] = Encoding.UTF8.GetBytes(json);
        return this;
    }

    public FakeRequest WithHeader(string name, string value)
    {
        _headers[name] = value;
        return this;
    }

    public FakeRequest WithBody(string json)
    {
        JsonInstance.TryParse(Encoding.UTF8.GetBytes(json), JsonLimits.Default, out _body, out var fault)
            .ShouldBeTrue(fault.Message);
        return this;
    }

    public override bool TryGetParameter(ParameterLocation location, string name, out ReadOnlyMemory<byte> json)
    {
        var found = _parameters.TryGetValue((location, name), out var bytes);
        json = bytes;
        return found;
    }

    public override string? Header(string name) => _headers.GetValueOrDefault(name);

    public override bool TryGetBody(out JsonCursor body)
    {
        body = _body?.Root ?? default;
        return _body is not null;
    }

    public void Dispose() => _body?.Dispose();
}
