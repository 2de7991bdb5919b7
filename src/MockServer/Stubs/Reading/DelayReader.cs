using SocialContract.MockServer.Stubs.Mappings;

namespace SocialContract.MockServer.Stubs.Reading;

/// <summary>Reads delays of responses.</summary>
internal static class DelayReader
{
    private const int MaxChunks = 10_000;

    private static readonly Dictionary<string, string[]> Distributions = new(StringComparer.Ordinal)
    {
        ["lognormal"] = ["median", "sigma", "maxValue"],
        ["uniform"] = ["lower", "upper"],
        ["fixed"] = ["milliseconds"],
    };

    public static StubDelay? ReadDistribution(StubNode node)
    {
        if (!node.IsObject())
        {
            return null;
        }

        if (node.Member("type") is not { } type)
        {
            node.Fault($"`type` is expected: {string.Join(", ", Distributions.Keys)}");
            return null;
        }

        if (type.OneOf(Distributions.Keys) is not { } name)
        {
            return null;
        }

        node.CheckMembers(["type", .. Distributions[name]]);
        foreach (var missing in Distributions[name].Where(member => member != "maxValue" && node.Member(member) is null))
        {
            node.Fault($"`{missing}` is expected for the type {name}");
        }

        return name switch
        {
            "fixed" => new StubDelay.Fixed(Milliseconds(node, "milliseconds")),
            "uniform" => Uniform(node),
            _ => LogNormal(node),
        };
    }

    public static ChunkedDribble? ReadDribble(StubNode node)
    {
        if (!node.IsObject())
        {
            return null;
        }

        node.CheckMembers(["numberOfChunks", "totalDuration"]);
        if (node.Member("numberOfChunks") is not { } chunks || node.Member("totalDuration") is not { } duration)
        {
            node.Fault("`numberOfChunks` and `totalDuration` are expected");
            return null;
        }

        return new ChunkedDribble(chunks.Integer(1, MaxChunks), duration.Integer(0, StubDelay.MaxMilliseconds));
    }

    private static StubDelay.Uniform Uniform(StubNode node)
    {
        var (lower, upper) = (Milliseconds(node, "lower"), Milliseconds(node, "upper"));
        if (upper < lower)
        {
            node.Fault($"`upper` is at least `lower`; found {upper} and {lower}");
        }

        return new StubDelay.Uniform(lower, Math.Max(lower, upper));
    }

    private static StubDelay.LogNormal LogNormal(StubNode node)
    {
        var (median, sigma) = (node.Member("median")?.Number() ?? 0, node.Member("sigma")?.Number() ?? 0);
        var limit = node.Member("maxValue")?.Number();
        if (limit < median)
        {
            node.Fault("`maxValue` is at least `median`");
        }

        return new StubDelay.LogNormal(median, sigma, limit);
    }

    private static int Milliseconds(StubNode node, string name) => node.Member(name)?.Integer(0, StubDelay.MaxMilliseconds) ?? 0;
}
