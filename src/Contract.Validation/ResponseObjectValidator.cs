using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Http;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Validation.Bodies;
using SocialContract.Contract.Validation.Decoding;
using SocialContract.Contract.Validation.Judging;
using SocialContract.Contract.Validation.Parameters;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.Contract.Validation;

/// <summary>Validates responses by a Response Object (OpenAPI 3.1, section 4.8.17).</summary>
internal sealed class ResponseObjectValidator
{
    /// <summary>Responses may be larger and deeper than requests, because the server is trusted.</summary>
    private static readonly BodyBounds Bounds = new(new JsonLimits(512, int.MaxValue, AllowDuplicateNames: true), MaxFormFields: 10_000);

    private readonly HeaderValidator[] _headers;
    private readonly ContentTable _content;
    private readonly Rule? _typeRule;
    private readonly SchemaJudge _judge;

    public ResponseObjectValidator(Response response, RuleBook rules, ShapeReader shapes)
    {
        _judge = new SchemaJudge(rules);
        _content = new ContentTable(MessageSites.Bodies(response), shapes);
        _typeRule = rules.Enforced(rules.ForContentType(response));
        _headers = [.. MessageSites.Headers(response).Select(header => new HeaderValidator(header, rules, shapes, _judge))];
    }

    public void Validate(ResponseMessage message, bool isHead, MessageScratch scratch, ref List<Violation>? violations)
    {
        foreach (var header in _headers)
        {
            header.Validate(message, scratch, ref violations);
        }

        if (!isHead && !_content.IsEmpty && StatusCode.HasBody(message.Status))
        {
            CheckBody(message, scratch, ref violations);
        }
    }

    private void CheckBody(ResponseMessage message, MessageScratch scratch, ref List<Violation>? violations)
    {
        var contentType = message.Headers["Content-Type"];
        var format = BodyFormat.Opaque;
        var content = string.IsNullOrWhiteSpace(contentType) ? null : _content.Find(contentType, out format);
        if (content is null || !BodyDecoder.TakesCharset(contentType))
        {
            var nearest = contentType is null ? null : NearestName.Find(contentType, _content.Names);
            var found = Shortened.Text(contentType);
            Refuse(ViolationKind.ContentType, MessagePointer.ContentType, _content.Expected, found, nearest, ref violations);
            return;
        }

        if (message.Body.IsEmpty && format is not (BodyFormat.Text or BodyFormat.Binary))
        {
            Refuse(ViolationKind.Body, MessagePointer.Body, $"a body of {content.Media.Name}", "nothing", null, ref violations);
            return;
        }

        if (BodyDecoder.Decode(content, format, contentType!, message.Body, Bounds, scratch, out var instance) is { } fault)
        {
            Refuse(ViolationKind.Syntax, MessagePointer.Body, BodyDecoder.Expected(format), fault, null, ref violations);
        }
        else if (instance is not null)
        {
            using (instance)
            {
                _judge.Judge(content.Schema, content.Shape, instance.Root, ViolationKind.Body, MessagePointer.Body, ref violations);
            }
        }
    }

    private void Refuse(
        ViolationKind kind, string instance, string expected, string found, string? nearest, ref List<Violation>? violations)
    {
        if (_typeRule is { } rule)
        {
            (violations ??= []).Add(new Violation(rule, kind, instance, expected, found, nearest));
        }
    }
}
