using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Generation.Data.Schemas;
using SocialContract.Contract.Generation.Examples.Echoing;
using SocialContract.Contract.Generation.Examples.Preferences;
using SocialContract.Contract.Generation.Examples.Templates;
using SocialContract.Contract.Http;
using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Generation.Examples;

/// <summary>
/// Selects a response of an operation: the code, example and media type that the client prefers, else the first success response with its
/// first example as JSON. As much as possible is decided in the constructor. Thread-safe.
/// </summary>
public sealed class ResponseSelector
{
    private const int Success = 200;

    private readonly Operation _operation;
    private readonly ResponseOptions _options;
    private readonly IReadOnlyList<ResponseTemplates> _responses;
    private readonly IReadOnlyList<ResponseTemplates> _successFirst;
    private readonly Selection _default;
    private Memo _last;

    public ResponseSelector(ContractDescription api, Operation operation, DataGenerator generator, ResponseOptions? options = null)
    {
        _operation = operation;
        _options = options ?? ResponseOptions.Default;
        var types = new TargetTypes(new SchemaReader(api.Documents, api.View, MessageDirection.Response));
        _responses = [.. operation.Responses.Select(response => new ResponseTemplates(response, generator, types))];
        _successFirst = [.. _responses.OrderBy(templates => Rank(templates.Response.Key))];
        _default = SelectUncached(Preference.None, null, null);
        _last = new Memo("*/*", _default);
    }

    /// <summary>Entries of <c>x-echo</c> that have no effect.</summary>
    public IEnumerable<EchoFault> Faults => _responses
        .SelectMany(response => response.Media)
        .SelectMany(media => media.Examples)
        .SelectMany(template => template.Faults);

    /// <summary>Selects the response to an accepted request.</summary>
    /// <param name="accept">The Accept header; null where it is absent.</param>
    /// <param name="role">The caller's role, or null where it is unknown; examples for another role are skipped.</param>
    public Selection Select(Preference preference, string? accept = null, string? role = null)
    {
        if (preference.IsSelective || role is not null)
        {
            return SelectUncached(preference, accept, role);
        }

        if (accept is null)
        {
            return _default;
        }

        // A client sends the same header with every request.
        var last = _last;
        if (last.Accept != accept)
        {
            _last = last = new Memo(accept, SelectUncached(preference, accept, role));
        }

        return last.Selection;
    }

    /// <summary>
    /// Selects the error response for a request with a violation of that kind; null where the document describes none that can be written.
    /// A media type that the client does not accept is used where there is no other, since it says more than no body.
    /// </summary>
    public Selection.Chosen? ForRefusal(ViolationKind kind, string? accept = null)
    {
        foreach (var response in RefusalStatuses.Documented(_operation, kind))
        {
            if (Refusal(TemplatesOf(response), kind, accept) is { } chosen)
            {
                return chosen;
            }
        }

        return null;
    }

    private static Selection.Chosen? Refusal(ResponseTemplates templates, ViolationKind kind, string? accept)
    {
        var status = templates.Response.Key.Status(RefusalStatuses.Of(kind));
        if (templates.Media.Count == 0)
        {
            return templates.Empty(status);
        }

        var (media, quality) = templates.Acceptable(accept).Concat(templates.Acceptable(null)).First();
        if (media.MediaType.NamesViolations && kind is ViolationKind.Parameter or ViolationKind.Body)
        {
            return templates.With(status, media, quality, media.Violations);
        }

        return media.ForRefusal() is { Problem: null } template ? templates.With(status, media, quality, template) : null;
    }

    private Selection SelectUncached(Preference preference, string? accept, string? role)
    {
        if (_responses.Count == 0)
        {
            return new Selection.Refused(
                SelectionFault.NoResponse, $"{_operation.Method} {_operation.Path} documents no response", [], null);
        }

        if (preference.Code is { } code)
        {
            return CodeSelection.Find(_operation, code) is { } found
                ? InResponse(TemplatesOf(found.Response), found.Status, preference, accept, role)
                : NoSuchCode(code);
        }

        if (preference.Example is { } example)
        {
            return _successFirst.FirstOrDefault(templates => templates.HasExample(example)) is { } withExample
                ? InResponse(withExample, withExample.Response.Key.Status(Success), preference, accept, role)
                : NoSuchExample(example, _successFirst);
        }

        var first = _successFirst[0];
        return InResponse(first, first.Response.Key.Status(Success), preference, accept, role);
    }

    private Selection InResponse(ResponseTemplates templates, int status, Preference preference, string? accept, string? role)
    {
        if (preference.Example is { } name && !templates.HasExample(name))
        {
            return NoSuchExample(name, [templates]);
        }

        if (templates.Media.Count == 0 || !StatusCode.HasBody(status))
        {
            return templates.Empty(status);
        }

        Selection.Chosen? unwritable = null;
        foreach (var (media, quality) in templates.Acceptable(accept))
        {
            var template = preference.Example is { } example
                ? media.ForExample(example)
                : media.Default(_options.IgnoreExamples, preference.Dynamic ?? _options.Dynamic, role) ?? NoBody(templates);
            if (template is null)
            {
                continue;
            }

            // A media type of less weight is better than one whose body cannot be written, such as XML without an example.
            var chosen = templates.With(status, media, quality, template);
            if (templates.Media.Count == 1 || template.Problem is null)
            {
                return chosen;
            }

            unwritable ??= chosen;
        }

        return unwritable is null ? NotAcceptable(templates, accept) : unwritable;
    }

    /// <summary>For a media type with neither schema nor example: any body conforms, also none.</summary>
    private static ResponseTemplate NoBody(ResponseTemplates templates) => templates.Empty(Success).Template;

    private Selection.Refused NoSuchCode(string code)
    {
        var offered = _responses.Select(templates => templates.Response.Status).ToList();
        return new(
            SelectionFault.NoSuchCode,
            $"{_operation.Method} {_operation.Path} documents no response {code}; it has {string.Join(", ", offered)}",
            offered,
            NearestName.Find(code, offered));
    }

    /// <param name="among">All responses, or the one with the preferred code.</param>
    private Selection.Refused NoSuchExample(string name, IReadOnlyList<ResponseTemplates> among)
    {
        var offered = among.SelectMany(templates => templates.Response.Content).SelectMany(media => media.Examples)
            .Select(example => example.Name).Where(other => other.Length > 0).Distinct().ToList();
        var place = among.Count == _responses.Count ? "" : $" for {among[0].Response.Status}";
        var offers = offered.Count == 0 ? "there are no named examples" : $"it has {string.Join(", ", offered)}";
        return new(
            SelectionFault.NoSuchExample,
            $"{_operation.Method} {_operation.Path} has no example '{name}'{place}; {offers}",
            offered,
            NearestName.Find(name, offered));
    }

    private Selection.Refused NotAcceptable(ResponseTemplates templates, string? accept)
    {
        var offered = templates.Media.Select(media => media.MediaType.Name).ToList();
        return new(
            SelectionFault.NotAcceptable,
            $"{_operation.Method} {_operation.Path} has {templates.Response.Status} as {string.Join(", ", offered)}; " +
            $"the Accept header '{accept}' accepts none of them",
            offered,
            null);
    }

    /// <summary>The lowest 2xx status is preferred, then <c>2XX</c>, then <c>default</c>, then the others in document order.</summary>
    private static int Rank(ResponseKey key) =>
        key.IsSuccess ? key.IsRange ? 300 : key.Status(Success)
        : key.IsDefault ? 301 : 302;

    private ResponseTemplates TemplatesOf(Response response) =>
        _responses.First(templates => ReferenceEquals(templates.Response, response));

    /// <summary>The selection for the last Accept header.</summary>
    private sealed record Memo(string Accept, Selection Selection);
}
