using System.Text.Json;
using System.Text.Json.Nodes;

namespace OwnApplication;

/// <summary>Reads requests and writes answers.</summary>
internal static class Answers
{
    /// <param name="fault">The parameter and the sentence of the first fault; null where there is none.</param>
    /// <param name="act">Makes the answer to a request without faults.</param>
    public static async Task PostAsync(
        HttpContext context, Func<JsonNode?, (string Parameter, string Sentence)?> fault, Func<JsonNode, JsonNode> act)
    {
        JsonNode? body = null;
        if (context.Request.HasJsonContentType())
        {
            try
            {
                body = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            }
            catch (JsonException)
            {
                context.Response.StatusCode = 400;
                return;
            }
        }

        if (fault(body) is var (parameter, sentence))
        {
            await WriteAsync(context, 422, new JsonObject { [parameter] = new JsonArray(sentence) }.ToJsonString());
            return;
        }

        await WriteAsync(context, 200, act(body!).ToJsonString());
    }

    public static async Task WriteAsync(HttpContext context, int status, string json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(json);
    }
}
