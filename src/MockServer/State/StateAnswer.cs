using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Http;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Resources;
using SocialContract.MockServer.Responding;

namespace SocialContract.MockServer.State;

/// <summary>Puts resources into a response of the contract, so that the document still describes the result.</summary>
internal sealed class StateAnswer
{
    private static readonly JsonWriterOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly StateRequest _request;
    private readonly MockResponse _contract;
    private readonly bool _isHead;

    /// <param name="contract">The contract's response to the request.</param>
    public StateAnswer(StateRequest request, in MockResponse contract)
    {
        (_request, _contract) = (request, contract);
        _isHead = request.Message.Method == "HEAD";
        if (request.Operation.ResponseFor(contract.Message.Status) is { } response
            && MediaTypeName.TryParse(contract.Message.Headers["Content-Type"], out var type) && type.IsJson
            && ResourceJson.TryParse(contract.Message.Body.Span, out var body)
            && request.Resources.PlaceOf(request.Operation, response) is { } place)
        {
            (Body, Place, Described) = (body, place, response);
        }
    }

    /// <summary>The JSON of the contract's response; null where it has none, or none with a resource.</summary>
    public JsonNode? Body { get; }

    /// <summary>Where the body has its resource or resources; null without <see cref="Body"/>.</summary>
    public RepresentationPlace? Place { get; }

    /// <summary>What the document says of the contract's response; null without <see cref="Body"/>.</summary>
    public Response? Described { get; }

    /// <summary>The representations in the contract's response.</summary>
    public IReadOnlyList<JsonObject> Samples =>
        Place is null ? [] : [.. MessageValues.ValuesAt(Body, Place.Pattern).OfType<JsonObject>()];

    /// <summary>The first of these; null where there is none.</summary>
    public JsonObject? Sample => Samples is [var first, ..] ? first : null;

    /// <summary>The contract's response, marked as the answer to a change.</summary>
    public MockResponse Unchanged => Mark(_contract);

    /// <summary>The response with a resource in it; null where the document does not allow it in any composition.</summary>
    public MockResponse? WithResource(StoredResource thing)
    {
        var representations = new Representations(Place!);
        for (var level = 0; level < Representations.Levels; level++)
        {
            if (ResourceJson.With(Body!, Place!.Pattern, representations.Compose(thing, Sample, level)) is { } body
                && Valid(body, null) is { } response)
            {
                return response;
            }
        }

        return null;
    }

    /// <summary>The response with a list of resources.</summary>
    /// <param name="adjust">Changes the other members of the body, e.g. a total.</param>
    /// <inheritdoc cref="WithResource"/>
    public MockResponse? WithList(IReadOnlyList<StoredResource> things, Action<JsonObject> adjust)
    {
        var representations = new Representations(Place!);
        for (var level = 0; level < Representations.Levels; level++)
        {
            var list = new JsonArray(
                [.. things.Select(thing => (JsonNode)representations.Compose(thing, Sample, level))]);
            if (ResourceJson.With(Body!, Place!.ListPattern, list) is not { } body)
            {
                return null;
            }

            var adjusted = body.DeepClone();
            if (adjusted is JsonObject members)
            {
                adjust(members);
            }

            if ((Valid(adjusted, null) ?? Valid(body, null)) is { } response)
            {
                return response;
            }
        }

        return null;
    }

    /// <summary>The response with that body and Location if the document allows it; else null.</summary>
    /// <param name="location">The path of a created resource; null: as in the contract's response.</param>
    public MockResponse? Valid(JsonNode? body, string? location)
    {
        var headers = _contract.Message.Headers;
        if (location is not null && headers["Location"] is { } described)
        {
            headers = headers.With("Location", Uri.IsWellFormedUriString(described, UriKind.Absolute)
                ? new Uri(new Uri(_request.Message.Url), location).AbsoluteUri
                : location);
        }

        var message = new ResponseMessage(_contract.Message.Status, headers, body is null ? _contract.Message.Body : Bytes(body));
        return _request.Responses.Response.IsValid(message, _isHead) ? Mark(_contract with { Message = message }) : null;
    }

    private static MockResponse Mark(in MockResponse response) => response
        .With(MockHeaders.ResponseOrigin, $"state;from={response.Message.Headers[MockHeaders.ResponseOrigin]}") with
        {
            Origin = new ExchangeOrigin(ExchangeOriginKind.Contract, $"state, {response.Origin.Label}"),
        };

    private static ReadOnlyMemory<byte> Bytes(JsonNode body)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, Written))
        {
            body.WriteTo(writer);
        }

        return bytes.WrittenMemory;
    }
}
