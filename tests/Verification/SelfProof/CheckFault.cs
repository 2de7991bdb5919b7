using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.SelfProof;

/// <summary>One thing that a server does badly, as a middleware over the reference implementation.</summary>
/// <param name="Check">The check that the run must name: the operation's id, a space, the check's id.</param>
/// <param name="Handle">Responds in place of the server.</param>
internal sealed record CheckFault(string Check, Func<Asked, RequestDelegate, Task> Handle)
{
    private string Operation => Check.Split(' ')[0];

    /// <summary>Responds to the requests that fit without passing them on.</summary>
    public static CheckFault Responds(string check, Func<Asked, bool> when, int status, string json = "") =>
        new(check, (asked, next) => when(asked) ? RespondAsync(asked.Context, status, json) : next(asked.Context));

    /// <summary>Does what is asked, and responds to a success with another status.</summary>
    public static CheckFault Status(string check, int of, int status) => new(check, async (asked, next) =>
    {
        var body = await BufferedResponse.ReadAsync(asked.Context, next);
        asked.Context.Response.StatusCode = asked.Context.Response.StatusCode == of ? status : asked.Context.Response.StatusCode;
        await BufferedResponse.WriteAsync(asked.Context, body);
    });

    /// <summary>Does what is asked, and changes the body of the successes of requests that fit.</summary>
    public static CheckFault Changes(string check, Func<Asked, bool> when, Action<JsonObject> change) => new(check, async (asked, next) =>
    {
        var body = await BufferedResponse.ReadAsync(asked.Context, next);
        if (asked.Context.Response.StatusCode == 200 && when(asked))
        {
            var members = JsonNode.Parse(body)!.AsObject();
            change(members);
            body = Encoding.UTF8.GetBytes(members.ToJsonString());
        }

        await BufferedResponse.WriteAsync(asked.Context, body);
    });

    public static Task RespondAsync(HttpContext context, int status, string json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = json.Length > 0 ? "application/json" : null;
        return BufferedResponse.WriteAsync(context, Encoding.UTF8.GetBytes(json));
    }

    public void Use(IApplicationBuilder web) => web.Use(async (HttpContext context, RequestDelegate next) =>
        await (await Asked.OfAsync(context) is { } asked && asked.Operation == Operation ? Handle(asked, next) : next(context)));

    public override string ToString() => Check;
}
