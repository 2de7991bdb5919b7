using System.Globalization;
using System.Text.Json;
using SocialContract.MockServer.Stubs.Embedding;
using WireMock;
using WireMock.Admin.Mappings;

namespace SocialContract.MockServer.Stubs.NetModels;

/// <summary>A stub that was set up in code with WireMock.Net's API.</summary>
/// <param name="Model">What WireMock.Net says of it; null if it has a matcher or a response of a test's own.</param>
internal sealed record ShownModel(IMapping Stub, MappingModel? Model)
{
    /// <summary>What stands for WireMock.Net in Java WireMock's form, where classes of code have names.</summary>
    public const string Name = "wiremock.net";

    /// <summary>
    /// Writes the stub in Java WireMock's form. What that cannot express is WireMock.Net's model: the parameters of a custom matcher and of
    /// a transformer, which are both named for WireMock.Net.
    /// </summary>
    public void WriteAsJava(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("id", Stub.Guid);
        if (Stub.Title is { Length: > 0 } title)
        {
            writer.WriteString("name", title);
        }

        writer.WriteNumber("priority", Stub.Priority);
        WriteRequest(writer);
        WriteResponse(writer);
        if (Stub.Scenario is { } scenario)
        {
            writer.WriteString("scenarioName", scenario);
            Write(writer, "requiredScenarioState", Stub.ExecutionConditionState ?? Mappings.ScenarioStep.Started);
            Write(writer, "newScenarioState", Stub.NextState);
        }

        writer.WriteString("uuid", Stub.Guid);
        writer.WriteEndObject();
    }

    /// <summary>The model, or what is known without it.</summary>
    public MappingModel Shown => Model ?? new MappingModel
    {
        Guid = Stub.Guid, Title = Stub.Title, Priority = Stub.Priority, Request = new RequestModel(), Response = new ResponseModel(),
    };

    private void WriteRequest(Utf8JsonWriter writer)
    {
        var request = Model?.Request;
        writer.WriteStartObject("request");
        writer.WriteString("method", request?.Methods is [var single] ? single.ToUpperInvariant() : "ANY");
        var path = StubPaths.Literal(Stub);
        if (path is not null && path.StartsWith('/'))
        {
            writer.WriteString("urlPath", path);
        }

        if (path is null || !IsPathAndMethod(request))
        {
            writer.WriteStartObject("customMatcher");
            writer.WriteString("name", Name);
            writer.WritePropertyName("parameters");
            ModelJson.Write(writer, request ?? new RequestModel());
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static bool IsPathAndMethod(RequestModel? request) => request is
    {
        Url: null, ClientIP: null, Methods: null or [_], MethodsRejectOnMatch: null or false, HttpVersion: null, Headers: null or [],
        Cookies: null or [], Params: null or [], Body: null,
    };

    private void WriteResponse(Utf8JsonWriter writer)
    {
        var response = Model?.Response;
        writer.WriteStartObject("response");
        writer.WriteNumber("status", int.TryParse(
            System.Convert.ToString(response?.StatusCode, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture, out var status)
            ? status
            : 200);
        if (response is not null && IsFixed(response))
        {
            Write(writer, "body", response.Body);
            if (response.BodyAsJson is { } json)
            {
                writer.WritePropertyName("jsonBody");
                ModelJson.Write(writer, json);
            }

            if (response.Headers is { Count: > 0 } headers)
            {
                writer.WritePropertyName("headers");
                ModelJson.Write(writer, headers);
            }
        }
        else
        {
            writer.WriteStartArray("transformers");
            writer.WriteStringValue(Name);
            writer.WriteEndArray();
            writer.WritePropertyName("transformerParameters");
            ModelJson.Write(writer, response ?? new ResponseModel());
        }

        writer.WriteEndObject();
    }

    /// <summary>Whether there is nothing but a status, a body and header fields.</summary>
    private static bool IsFixed(ResponseModel response) => typeof(ResponseModel).GetProperties()
        .Where(property => property.GetValue(response) is not (null or false))
        .All(property => property.Name is nameof(ResponseModel.StatusCode) or nameof(ResponseModel.Body)
            or nameof(ResponseModel.BodyAsJson) or nameof(ResponseModel.Headers) or nameof(ResponseModel.BodyDestination));

    private static void Write(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }
}
