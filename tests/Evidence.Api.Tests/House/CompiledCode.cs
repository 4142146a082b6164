using System.Reflection;
using System.Reflection.Emit;

namespace Evidence.Api.Tests.House;

/// <summary>What compiled methods name: read from their IL, so that no spelling in the source hides it.</summary>
internal static class CompiledCode
{
    private const BindingFlags Own =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>Every member that a type names in its own declaration or in its methods.</summary>
    public static IEnumerable<MemberInfo> MembersNamed(Type type) =>
        Declared(type).Concat(Methods(type).SelectMany(method => Tokens(method)
            .Where(token => token.Code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            .Select(token => method.Module.ResolveMember(token.Operand, Arguments(type), method.IsGenericMethod ? method.GetGenericArguments() : null)!)));

    /// <summary>Every type behind a member: its own, that of its owner, and those that it is made of.</summary>
    public static IEnumerable<Type> TypesOf(MemberInfo member) => member switch
    {
        Type type => Parts(type),
        MethodBase method => Parts(method.DeclaringType).Concat(method.IsGenericMethod ? method.GetGenericArguments().SelectMany(Parts) : []),
        _ => Parts(member.DeclaringType),
    };

    /// <summary>Every text that the assembly's code holds: constants, wherever they were written.</summary>
    public static IEnumerable<string> Texts(Assembly assembly) =>
        assembly.GetTypes().SelectMany(Texts);

    /// <summary>Returns every text that the code of a type holds, without that of the types nested in it.</summary>
    public static IEnumerable<string> Texts(Type type) =>
        Methods(type)
            .SelectMany(method => Tokens(method)
                .Where(token => token.Code.OperandType == OperandType.InlineString)
                .Select(token => method.Module.ResolveString(token.Operand)))
            .Concat(type.GetFields(Own)
                .Where(field => field.IsLiteral && field.FieldType == typeof(string))
                .Select(field => (string)field.GetRawConstantValue()!));

    private static IEnumerable<MemberInfo> Declared(Type type) =>
        type.GetFields(Own).Select(field => field.FieldType)
            .Concat(Methods(type).SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType)))
            .Concat(type.GetMethods(Own).Select(method => method.ReturnType))
            .Concat(type.GetInterfaces())
            .Append(type.BaseType)
            .OfType<Type>();

    private static IEnumerable<MethodBase> Methods(Type type) =>
        type.GetMethods(Own).Cast<MethodBase>().Concat(type.GetConstructors(Own));

    private static IEnumerable<(OpCode Code, int Operand)> Tokens(MethodBase method)
    {
        var il = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < il.Length;)
        {
            var code = OpCodes[il[at] == 0xFE ? unchecked((short)(0xFE00 | il[at + 1])) : il[at]];
            at += code.Size;
            var length = Length(code.OperandType, il, at);
            if (length == 4)
                yield return (code, BitConverter.ToInt32(il, at));
            at += length;
        }
    }

    private static int Length(OperandType operand, byte[] il, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
        _ => 4,
    };

    private static Type[]? Arguments(Type type) => type.IsGenericType ? type.GetGenericArguments() : null;

    private static IEnumerable<Type> Parts(Type? type) => type switch
    {
        null => [],
        { HasElementType: true } => Parts(type.GetElementType()),
        { IsGenericType: true, IsGenericTypeDefinition: false } => type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()),
        _ => [type],
    };
}
