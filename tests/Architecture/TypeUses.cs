using Mono.Cecil;
using Mono.Cecil.Cil;

namespace SocialContract.Architecture;

/// <summary>
/// Lists the types that a type mentions: in its declaration, its members' signatures, its attributes and its method bodies.
/// </summary>
internal static class TypeUses
{
    public static IEnumerable<TypeReference> Of(TypeDefinition type)
    {
        List<TypeReference?> found = [type.BaseType];
        found.AddRange(type.Interfaces.Select(implemented => implemented.InterfaceType));
        found.AddRange(type.GenericParameters.SelectMany(Constraints));
        found.AddRange(type.Fields.Select(field => field.FieldType));
        found.AddRange(type.Methods.SelectMany(OfMethod));
        found.AddRange(Attributes(type));
        found.AddRange(type.Fields.SelectMany(Attributes));
        found.AddRange(type.Properties.SelectMany(Attributes));
        return found.OfType<TypeReference>().SelectMany(Elements);
    }

    private static IEnumerable<TypeReference?> OfMethod(MethodDefinition method) =>
    [
        .. Signature(method),
        .. Attributes(method),
        .. method.Parameters.SelectMany(Attributes),
        .. method.GenericParameters.SelectMany(Constraints),
        .. method.HasBody ? OfBody(method.Body) : [],
    ];

    private static IEnumerable<TypeReference?> OfBody(MethodBody body) =>
    [
        .. body.Variables.Select(variable => variable.VariableType),
        .. body.ExceptionHandlers.Select(handler => handler.CatchType),
        .. body.Instructions.SelectMany(OfInstruction),
    ];

    private static IEnumerable<TypeReference?> OfInstruction(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        GenericInstanceMethod method => [method.DeclaringType, .. method.GenericArguments, .. Signature(method)],
        MethodReference method => [method.DeclaringType, .. Signature(method)],
        _ => [],
    };

    private static IEnumerable<TypeReference> Signature(MethodReference method) =>
        method.Parameters.Select(parameter => parameter.ParameterType).Prepend(method.ReturnType);

    private static IEnumerable<TypeReference> Constraints(GenericParameter parameter) =>
        parameter.Constraints.Select(constraint => constraint.ConstraintType);

    private static IEnumerable<TypeReference?> Attributes(ICustomAttributeProvider provider) =>
        provider.CustomAttributes.SelectMany(attribute =>
            attribute.ConstructorArguments.Select(argument => argument.Value as TypeReference).Prepend(attribute.AttributeType));

    /// <summary>The named types in a type: <c>A</c> and <c>B</c> in <c>A&lt;B[]&gt;</c>.</summary>
    private static IEnumerable<TypeReference> Elements(TypeReference type) => type switch
    {
        GenericParameter => [],
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Elements).Prepend(generic.ElementType),
        IModifierType modified => Elements(modified.ElementType).Concat(Elements(modified.ModifierType)),
        TypeSpecification specification => Elements(specification.ElementType),
        _ => [type],
    };
}
