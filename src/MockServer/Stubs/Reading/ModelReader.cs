using System.Text.Json;
using Newtonsoft.Json;
using SocialContract.MockServer.Stubs.Mappings;
using WireMock.Admin.Mappings;

namespace SocialContract.MockServer.Stubs.Reading;

/// <summary>
/// Reads stubs in WireMock.Net's JSON, strictly: an unknown member and what the mock does not run are faults. WireMock.Net matches and
/// responds.
/// </summary>
internal static class ModelReader
{
    private static readonly JsonSerializerSettings Json = new()
    {
        DateParseHandling = DateParseHandling.None,
        MaxDepth = StubReader.MaxDepth,
    };

    /// <summary>WireMock.Net's, where a stub states only the minimum. Milliseconds.</summary>
    private const int MaxRandomDelay = 60_000;

    /// <summary>Whether a stub is in WireMock.Net's form, whose members begin with a capital letter; Java WireMock's do not.</summary>
    public static bool IsModel(StubNode node) =>
        node.Kind == JsonValueKind.Object && node.Names.Any(name => name.Length > 0 && char.IsAsciiLetterUpper(name[0]));

    /// <param name="node">An object.</param>
    public static StubMapping Read(StubNode node)
    {
        var before = node.Faults.All.Count;
        ModelMembers.Check(node, typeof(MappingModel));
        ModelRefusals.Add(node);
        if (node.Member(nameof(MappingModel.Request)) is null)
        {
            node.Fault("`Request` is expected; without one the stub would respond to every request");
        }

        if (node.Member(nameof(MappingModel.Response))?.Member(nameof(ResponseModel.ProxyUrl)) is { Kind: JsonValueKind.String } url
            && !(Uri.TryCreate(url.Value.GetString(), UriKind.Absolute, out var server) && server.Scheme is "http" or "https"))
        {
            url.Fault($"'{url.Value.GetString()}' is not an absolute URL of http or https");
        }

        return node.Faults.All.Count > before ? new StubMapping { Posted = node.Value } : Convert(node);
    }

    /// <summary>Reads what a request is compared with.</summary>
    public static RequestModel? ReadRequest(StubNode node)
    {
        ModelMembers.Check(node, typeof(RequestModel));
        if (node.Faults.All.Count == 0)
        {
            ModelRefusals.AddRequest(node);
        }

        return node.Faults.All.Count > 0 ? null : JsonConvert.DeserializeObject<RequestModel>(node.Value.GetRawText(), Json);
    }

    private static StubMapping Convert(StubNode node)
    {
        MappingModel model;
        try
        {
            model = JsonConvert.DeserializeObject<MappingModel>(node.Value.GetRawText(), Json)!;
        }
        catch (Newtonsoft.Json.JsonException refused)
        {
            node.Fault(refused.Message);
            return new StubMapping { Posted = node.Value };
        }

        model.Response ??= new ResponseModel();
        var stub = new StubMapping
        {
            Id = model.Guid,
            Name = model.Title,
            Priority = model.Priority ?? 0,
            IsPersistent = model.SaveToFile == true,
            Scenario = model.Scenario is { } scenario ? new ScenarioStep(scenario, model.WhenStateIs, model.SetStateTo) : null,
            Response = ResponseOf(model.Response),
            Posted = node.Value,
            Model = model,
        };

        // The mock saves, delays and forwards itself, and the stub that was added last comes first.
        (model.SaveToFile, model.UpdatedAt) = (null, null);
        var response = model.Response;
        (response.Delay, response.MinimumRandomDelay, response.MaximumRandomDelay, response.ProxyUrl) = (null, null, null, null);
        return stub;
    }

    /// <summary>What the mock does itself.</summary>
    private static ResponseDefinition ResponseOf(ResponseModel model) => new()
    {
        FixedDelay = model.Delay is { } delay ? new StubDelay.Fixed(delay) : null,
        RandomDelay = model.MinimumRandomDelay is null && model.MaximumRandomDelay is null
            ? null
            : new StubDelay.Uniform(
                model.MinimumRandomDelay ?? 0, Math.Max(model.MinimumRandomDelay ?? 0, model.MaximumRandomDelay ?? MaxRandomDelay)),
        Proxy = model.ProxyUrl is { } url ? new ProxyTarget(url, null, [], []) : null,
    };
}
