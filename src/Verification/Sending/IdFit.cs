using System.Text.Json.Nodes;
using System.Text;
using SocialContract.Contract.Model;
using SocialContract.Contract.Resources;
using SocialContract.Contract.Schemas;
using SocialContract.JsonSchema;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Messages;

namespace SocialContract.Verification.Sending;

/// <summary>Whether an id that the server gave obeys the rules of the parameter that takes it.</summary>
internal static class IdFit
{
    /// <summary>Whether the text is a value of the schema, as a number or as a string.</summary>
    public static bool CanBe(string id, SchemaReference? schema) =>
        schema?.Compiled(MessageDirection.Request) is not CompileResult.Compiled { Schema: var compiled }
        || IsValid(id, compiled) || IsValid(JsonValue.Create(id).ToJsonString(), compiled);

    /// <summary>The first path parameter of the case that cannot take the id given for it; null where each can.</summary>
    public static PathParameterBinding? Misfit(ContractCase testCase, ResourceIds ids)
    {
        foreach (var binding in testCase.Bindings)
        {
            if (ids.Find(binding.Creator) is { } id && !Fits(testCase, binding, id))
            {
                return binding;
            }
        }

        return null;
    }

    /// <summary>Whether the parameters of the case that take the id of that operation can take this one.</summary>
    public static bool Fits(ContractCase testCase, string creator, string id) =>
        testCase.Bindings.Where(binding => binding.Creator == creator).All(binding => Fits(testCase, binding, id));

    private static bool Fits(ContractCase testCase, PathParameterBinding binding, string id) => CanBe(
        id,
        testCase.Operation.Parameters.FirstOrDefault(
            parameter => parameter.In == ParameterLocation.Path && parameter.Name == binding.Parameter)?.Schema);

    private static bool IsValid(string text, CompiledSchema schema)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        return Json.TryParse(utf8, out _) && schema.IsValid(utf8);
    }
}
