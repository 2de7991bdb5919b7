using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Generation.Data.Schemas;
using SocialContract.Contract.Generation.Examples.Echoing;
using SocialContract.Contract.Generation.Examples.Preferences;
using SocialContract.Contract.Generation.Examples.Templates;
using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Generation.Examples;

/// <summary>
/// Chooses an operation's answer: the code, example and media type that a client prefers, else the first success, its first example, JSON.
/// Everything that can be is decided when it is built. Thread-safe.
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
        var types = new TargetTypes(new SchemaReader(api.Documents, api.Specification, MessageDirection.Response));
        _responses =
        [
            .. operation.Responses.Select(response => new ResponseTemplates(response, generator, types)),
        ];
        _successFirst = [.. ResponseStatus.SuccessFirst([.. _responses.Select(answers => answers.Response)]).Select(AnswersOf)];
        _default = SelectAnew(Preference.None, null, null);
        _last = new Memo("*/*", _default);
    }

    /// <summary>Entries of <c>x-echo</c> that have no effect.</summary>
    public IEnumerable<EchoFault> Faults => _responses
        .SelectMany(response => response.Media)
        .SelectMany(media => media.Examples)
        .SelectMany(template => template.Faults);

    /// <summary>The answer to an accepted request.</summary>
    /// <param name="accept">The Accept header; null where it is absent.</param>
    /// <param name="role">The caller's role, where it is known: examples for another role are passed over.</param>
    public Selection Select(Preference preference, string? accept = null, string? role = null)
    {
        if (preference.IsSelective || role is not null)
        {
            return SelectAnew(preference, accept, role);
        }

        if (accept is null)
        {
            return _default;
        }

        // Clients send the same header again and again.
        var last = _last;
        if (last.Accept != accept)
        {
            _last = last = new Memo(accept, SelectAnew(preference, accept, role));
        }

        return last.Selection;
    }

    /// <summary>
    /// The error that the document describes for a request that was refused at that stage; null where it describes none that could be given.
    /// The Accept header is a wish here: an error in another media type says more than none.
    /// </summary>
    public Selection.Chosen? ForRefusal(ViolationKind stage, string? accept = null)
    {
        foreach (var response in RefusalStatuses.Documented(_operation, stage))
        {
            if (Refusal(AnswersOf(response), stage, accept) is { } chosen)
            {
                return chosen;
            }
        }

        return null;
    }

    private static Selection.Chosen? Refusal(ResponseTemplates answers, ViolationKind stage, string? accept)
    {
        var concrete = answers.Response.Key.Status(RefusalStatuses.Of(stage));
        if (answers.Media.Count == 0)
        {
            return answers.Empty(concrete);
        }

        var (media, welcome) = answers.Acceptable(accept).Concat(answers.Acceptable(null)).First();
        if (media.MediaType.NamesViolations && stage is ViolationKind.Parameter or ViolationKind.Body)
        {
            return answers.With(concrete, media, welcome, media.Violations);
        }

        return media.General() is { } template && template.Problem is null ? answers.With(concrete, media, welcome, template) : null;
    }

    private Selection SelectAnew(Preference preference, string? accept, string? role)
    {
        if (_responses.Count == 0)
        {
            return new Selection.Refused(SelectionFault.NoResponse, $"{_operation.Method} {_operation.Path} documents no response", [], null);
        }

        if (preference.Code is { } code)
        {
            return CodeSelection.Find(_operation, code) is { } found
                ? InResponse(AnswersOf(found.Response), found.Status, preference, accept, role)
                : NoSuchCode(code);
        }

        if (preference.Example is { } example)
        {
            return _successFirst.FirstOrDefault(answers => answers.Media.Any(media => media.Named(example) is not null)) is { } holder
                ? InResponse(holder, holder.Response.Key.Status(Success), preference, accept, role)
                : NoSuchExample(example, _successFirst);
        }

        var first = _successFirst[0];
        return InResponse(first, first.Response.Key.Status(Success), preference, accept, role);
    }

    private Selection InResponse(ResponseTemplates answers, int status, Preference preference, string? accept, string? role)
    {
        if (preference.Example is { } name && !answers.Media.Any(media => media.Named(name) is not null))
        {
            return NoSuchExample(name, [answers]);
        }

        if (answers.Media.Count == 0 || ResponseStatus.IsBodiless(status))
        {
            return answers.Empty(status);
        }

        Selection.Chosen? unwritable = null;
        foreach (var (media, welcome) in answers.Acceptable(accept))
        {
            var template = preference.Example is { } wanted
                ? media.Named(wanted)
                : media.Default(_options.IgnoreExamples, preference.Dynamic ?? _options.Dynamic, role) ?? NoBody(answers);
            if (template is null)
            {
                continue;
            }

            // A less welcome type that can be written is better than XML that nobody can make up.
            var chosen = answers.With(status, media, welcome, template);
            if (answers.Media.Count == 1 || template.Problem is null)
            {
                return chosen;
            }

            unwritable ??= chosen;
        }

        if (unwritable is not null)
        {
            return unwritable;
        }

        return NotAcceptable(answers, accept);
    }

    /// <summary>A media type with neither schema nor example: any body conforms, so the answer has none.</summary>
    private static ResponseTemplate NoBody(ResponseTemplates answers) => answers.Empty(Success).Template;

    private Selection.Refused NoSuchCode(string code)
    {
        var offered = _responses.Select(answers => answers.Response.Status).ToList();
        return new(
            SelectionFault.NoSuchCode,
            $"{_operation.Method} {_operation.Path} documents no response {code}; it has {string.Join(", ", offered)}",
            offered,
            NearestName.Find(code, offered));
    }

    private Selection.Refused NoSuchExample(string name, IEnumerable<ResponseTemplates> among)
    {
        var offered = among.SelectMany(answers => answers.Response.Content).SelectMany(media => media.Examples)
            .Select(example => example.Name).Where(other => other.Length > 0).Distinct().ToList();
        var has = offered.Count == 0 ? "there are no named examples" : $"it has {string.Join(", ", offered)}";
        return new(
            SelectionFault.NoSuchExample,
            $"{_operation.Method} {_operation.Path} has no example '{name}' there; {has}",
            offered,
            NearestName.Find(name, offered));
    }

    private Selection.Refused NotAcceptable(ResponseTemplates answers, string? accept)
    {
        var offered = answers.Media.Select(media => media.MediaType.Name).ToList();
        return new(
            SelectionFault.NotAcceptable,
            $"{_operation.Method} {_operation.Path} answers {answers.Response.Status} as {string.Join(", ", offered)}, none of which is accepted by '{accept}'",
            offered,
            null);
    }

    private ResponseTemplates AnswersOf(Response response) => _responses.First(answers => ReferenceEquals(answers.Response, response));

    private sealed record Memo(string Accept, Selection Selection);
}
