using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using SocialContract.Contract.Routing;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.SelfProof;

/// <summary>A request to the reference implementation, as faults look at it.</summary>
internal sealed class Asked
{
    private const int Deepest = 4_000;

    private static readonly OperationRouter Router = OperationRouter.Build(Shipped.Api.Operations);

    private Asked(string operation, HttpContext context, byte[] body)
    {
        (Operation, Context, Text) = (operation, context, Encoding.UTF8.GetString(body));
        try
        {
            Body = body.Length == 0 ? null : JsonNode.Parse(body, documentOptions: new JsonDocumentOptions { MaxDepth = Deepest });
        }
        catch (JsonException)
        {
            IsMalformed = ContentType == "application/json";
        }
    }

    public string Operation { get; }

    public HttpContext Context { get; }

    public string Text { get; }

    /// <summary>Null where there is none, or none in JSON.</summary>
    public JsonNode? Body { get; }

    public bool IsMalformed { get; }

    public string ContentType => Context.Request.ContentType?.Split(';')[0] ?? "";

    /// <summary>The path's last segment.</summary>
    public string Id => Context.Request.Path.Value!.Split('/')[^1];

    /// <summary>The role whose token is sent in the right way; empty for strangers.</summary>
    public string Role => Context.Request.Headers["Authentication"].ToString() switch
    {
        "Bearer admin-token" => "admin",
        "Bearer creator-token" => "creator",
        "Bearer user-token" => "user",
        _ => "",
    };

    /// <summary>Whether it is one of the document's own examples, which are sent in provider states.</summary>
    public bool IsExample => Operation == "deleteInstagramAccount" ? Id is "1" or "7586" : Uid == "FB_UID";

    /// <summary>How many accounts or pages are sent; 0 where the array is left out.</summary>
    public int Elements => Body is JsonObject body && (body["ig_accounts"] ?? body["fb_pages"]) is JsonArray elements ? elements.Count : 0;

    /// <summary>The page from which the user connects; null where it is left out.</summary>
    public string? Location => Account("location");

    private string? Uid => Account("fb_uid");

    private string? Account(string name) =>
        (Body as JsonObject)?["facebook_account"] is JsonObject account ? account[name]?.ToString() : null;

    /// <returns>Null for a request that is none of the document's.</returns>
    public static async Task<Asked?> OfAsync(HttpContext context)
    {
        if (Router.Match(context.Request.Method, context.Request.Path.Value ?? "/").Operation is not { } operation)
        {
            return null;
        }

        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        body.Position = 0;
        context.Request.Body = body;
        return new Asked(operation.Id, context, body.ToArray());
    }
}
