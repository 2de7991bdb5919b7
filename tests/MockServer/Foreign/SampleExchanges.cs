using SocialApi.Contract.Generation;
using SocialApi.Contract.Model;
using SocialApi.Contract.Samples;
using SocialApi.Contract.Validation;

namespace SocialApi.MockServer.Tests.Foreign;

/// <summary>Sends an operation's sample request and judges the answer by the document once more, as a client would see it.</summary>
internal sealed class SampleExchanges(ContractDescription api, Uri server) : IDisposable
{
    private readonly SampleRequestBuilder _samples = new(new DataGenerator(api), "TOKEN");
    private readonly ContractValidators _validators = new(api);
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    /// <summary>What was wrong, as <c>METHOD /path: what</c>; null where a documented success came that the document accepts.</summary>
    public async Task<string?> Surprise(Operation operation)
    {
        var wrong = await Send(operation);
        return wrong is null ? null : $"{operation.Method} {operation.Path}: {wrong}";
    }

    public void Dispose() => _client.Dispose();

    private async Task<string?> Send(Operation operation)
    {
        if (_samples.Build(operation) is not { } sample)
        {
            return "no sample request " + string.Join("; ", operation.Parameters.Where(p=>p.Required).Select(p=>p.Schema).Concat(operation.RequestBody?.Content.Select(c=>c.Schema) ?? []).Select(x => x is null ? "null" : new DataGenerator(api).Generate(x, SocialApi.Contract.Schemas.MessageDirection.Request, 0) is GenerationOutcome.Impossible i ? i.Message : "ok")) + string.Join(",", operation.RequestBody?.Content.Select(c=>c.Name) ?? []);
        }

        using var request = ToHttp(sample);
        using var response = await _client.Exchange(request);
        var status = (int)response.StatusCode;
        if (response.Header("X-Contract-Violations") is { } broken)
        {
            return $"{status} {broken}";
        }

        if (status >= 400)
        {
            return $"{status} {await response.Text()}";
        }

        var message = new ReceivedAnswer(response, await response.Content.ReadAsByteArrayAsync(Http.Cancelled));
        var violations = _validators.Response(operation).Validate(message);
        return response.Header("X-Contract-Answer-Violations") is null && violations.Count == 0
            ? null
            : $"{status} answers with {string.Join(", ", violations.Select(violation => $"{violation.Rule.Id} {violation.Message}"))}";
    }

    private HttpRequestMessage ToHttp(SampleRequest sample)
    {
        // The target goes out as it was written: Uri would decode what need not be encoded.
        var target = new Uri(server.GetLeftPart(UriPartial.Authority) + sample.Target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var request = new HttpRequestMessage(new HttpMethod(sample.Method), target);
        if (sample.Body is not null)
        {
            request.Content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(sample.Body));
        }

        foreach (var (name, value) in sample.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return request;
    }

    private sealed class ReceivedAnswer(HttpResponseMessage response, byte[] body) : ResponseMessage
    {
        public override int Status => (int)response.StatusCode;

        public override ReadOnlyMemory<byte> Body => body;

        public override string? Header(string name) => response.Header(name);
    }
}
