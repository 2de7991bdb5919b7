using System.Runtime.CompilerServices;
using SocialContract.MockServer.Stubs.Embedding;
using SocialContract.MockServer.Stubs.Judging;
using SocialContract.MockServer.Stubs.Mappings;
using WireMock;
using WireMock.Admin.Mappings;
using WireMock.Matchers.Request;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace SocialContract.MockServer.Stubs.NetModels;

/// <summary>WireMock.Net's own conversion of its models, without registering what comes out.</summary>
internal static class ModelConversion
{
    /// <summary>Why WireMock.Net cannot convert a stub; null if it can.</summary>
    public static StubFinding? FaultOf(WireMockServer server, MappingModel stub)
    {
        try
        {
            RequestOf(server, stub.Request!, stub);
        }
        catch (Exception fault)
        {
            return new StubFinding("/Request", Sentence(fault));
        }

        try
        {
            ResponseOf(server, stub.Response);
            return null;
        }
        catch (Exception fault)
        {
            return new StubFinding("/Response", Sentence(fault));
        }
    }

    /// <summary>What a stub says of the API.</summary>
    public static StubClaim ClaimOf(WireMockServer server, MappingModel stub, ConfinedFiles files) =>
        StubClaims.Of(RequestOf(server, stub.Request!, stub), ResponseOf(server, stub.Response), files);

    /// <summary>
    /// The stubs that were set up in code, the last changed first, with their models: without, if one has what WireMock.Net has no model
    /// of, a test's own kind of response.
    /// </summary>
    public static IReadOnlyList<ShownModel> Shown(WireMockServer server, StubCatalog posted)
    {
        IMapping[] stubs =
        [
            .. server.Mappings.Where(stub => !stub.IsAdminInterface && posted.Find(stub.Guid) is null)
                .OrderByDescending(stub => stub.UpdatedAt),
        ];
        if (stubs.Length == 0)
        {
            return [];
        }

        var models = new Dictionary<Guid, MappingModel>();
        try
        {
            models = server.MappingModels.Where(model => model.Guid is not null).ToDictionary(model => model.Guid!.Value);
        }
        catch (InvalidCastException)
        {
            // One stub of that kind is enough for WireMock.Net to list none.
        }

        return [.. stubs.Select(stub => new ShownModel(stub, models.GetValueOrDefault(stub.Guid)))];
    }

    /// <exception cref="ArgumentException">WireMock.Net cannot convert a matcher.</exception>
    public static IRequestMatcher RequestOf(WireMockServer server, RequestModel request, MappingModel? stub = null) =>
        InitRequestBuilder(server, request, stub) ?? throw new ArgumentException("It does not accept the path, the URL or the IP address.");

    private static IResponseBuilder ResponseOf(WireMockServer server, ResponseModel? response) =>
        response is null ? Response.Create() : InitResponseBuilder(server, response);

    private static string Sentence(Exception fault) => $"WireMock.Net cannot convert it: {fault.Message.Split('\n')[0].TrimEnd('\r')}";

    /// <summary>WireMock.Net keeps both to itself; tests hold them to the pinned version.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Method)]
    private static extern IRequestBuilder? InitRequestBuilder(WireMockServer server, RequestModel request, MappingModel? mapping);

    [UnsafeAccessor(UnsafeAccessorKind.Method)]
    private static extern IResponseBuilder InitResponseBuilder(WireMockServer server, ResponseModel response);
}
