using System.Text.RegularExpressions;
using SocialContract.Contract;
using SocialContract.Contract.Generation;
using SocialContract.Contract.Generation.Requests;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Validation;

namespace SocialContract.MockServer.Tests.Foreign;

/// <summary>Sends an operation's sample request and validates the received response by the document.</summary>
internal sealed partial class SampleExchanges(ContractDescription api, Uri server) : IDisposable
{
    private readonly SampleRequestBuilder _samples = new(new DataGenerator(api), "TOKEN");
    private readonly ContractValidators _validators = new(api);
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    /// <summary>
    /// What was not as it should be, as <c>METHOD /path: what</c>; null where the status came that the document describes for a success
    /// (or, where it describes errors only, the first of these) with a body that the document accepts.
    /// </summary>
    public async Task<string?> Surprise(Operation operation)
    {
        var surprise = await Outcome(operation);
        return surprise is null ? null : $"{operation.Method} {operation.Path}: {surprise}";
    }

    public void Dispose() => _client.Dispose();

    private async Task<string?> Outcome(Operation operation)
    {
        var faults = api.FaultsOf(operation).Select(fault => fault.Code).Distinct().Order().ToList();
        var sample = faults.Count > 0 ? new RequestMessage(
            operation.Method, operation.Path.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal))
            : _samples.Build(operation);
        if (sample is null)
        {
            return "no sample request";
        }

        using var request = ToHttp(sample);
        using var response = await _client.Exchange(request);
        var status = (int)response.StatusCode;
        if (faults.Count > 0)
        {
            return $"{status} {string.Join(", ", faults)}";
        }

        if (response.Header("X-Contract-Violations") is { } broken)
        {
            return $"{status} {broken}";
        }

        if (status != ExpectedStatus(operation))
        {
            // Without the place, which names this machine's folders.
            return $"{status} {Place().Replace($"{(await response.Json())["detail"]}", "")}";
        }

        return response.Header("X-Contract-Answer") == "mock"
            ? null
            : Judge(operation, response, await response.Content.ReadAsByteArrayAsync(Http.Cancelled));
    }

    private string? Judge(Operation operation, HttpResponseMessage response, byte[] body)
    {
        var rules = _validators.Response(operation)
            .Validate(response.ToMessage(body))
            .Select(violation => violation.Rule.Id)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        (response.Header("X-Contract-Answer-Violations") is not null).ShouldBe(rules.Count > 0, $"{operation.Method} {operation.Path}");
        return rules.Count == 0 ? null : $"{(int)response.StatusCode} breaks {string.Join(", ", rules)}";
    }

    /// <summary>
    /// 501 where the document describes no response, or only an interim one, after which a client waits for another; else its first
    /// success; a document that describes errors only has nothing better than the first of them.
    /// </summary>
    private static int ExpectedStatus(Operation operation)
    {
        var keys = operation.Responses.Select(response => response.Status).ToList();
        var key = keys.Where(status => status.StartsWith('2')).Order(StringComparer.Ordinal).FirstOrDefault()
            ?? keys.Find(status => status == "default")
            ?? keys.FirstOrDefault();
        return key switch
        {
            null => 501,
            "default" or "2XX" => 200,
            _ when key.StartsWith('1') => 501,
            _ => int.Parse(key),
        };
    }

    private HttpRequestMessage ToHttp(RequestMessage sample)
    {
        // The target goes out as it was written: Uri would decode what need not be encoded.
        var target = new Uri(
            server.GetLeftPart(UriPartial.Authority) + sample.Target,
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var request = new HttpRequestMessage(new HttpMethod(sample.Method), target);
        if (!sample.Body.IsEmpty)
        {
            request.Content = new ReadOnlyMemoryContent(sample.Body);
        }

        foreach (var (name, value) in sample.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content!.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue(name);
            }
        }

        return request;
    }

    [GeneratedRegex(@"^\S+:\d+:\d+: ")]
    private static partial Regex Place();
}
