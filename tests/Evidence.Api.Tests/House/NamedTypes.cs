using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Evidence.Api.Tests.House;

/// <summary>A type as metadata names it: the assembly, the namespace and the name of its outermost type.</summary>
internal sealed record NamedType(string Assembly, string Namespace, string Name);

/// <summary>
/// Reads from a compiled assembly which types each of its types names: in its declaration (base type, interfaces, attributes, constraints,
/// fields, properties, events, signatures) and in its method bodies (locals, caught exceptions, and the owner and signature of every member
/// that the IL names). Nested types, closures and iterators count as their outermost type. A constant leaves no trace in IL, so a use of a
/// foreign <c>const</c> is not seen; an enum's members are, by the signature they are passed to.
/// </summary>
internal sealed class NamedTypes : IDisposable
{
    private static readonly Dictionary<ushort, OperandType> Operands = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => unchecked((ushort)code.Value), code => code.OperandType);

    private readonly PEReader file;
    private readonly MetadataReader metadata;
    private readonly Types types;
    private readonly string assembly;

    private NamedTypes(string path)
    {
        file = new PEReader(File.OpenRead(path));
        metadata = file.GetMetadataReader();
        assembly = metadata.GetString(metadata.GetAssemblyDefinition().Name);
        types = new Types(this);
    }

    /// <summary>Returns every pair of an own type and a type that it names, from the assembly at the path.</summary>
    public static IReadOnlyCollection<(NamedType From, NamedType To)> Read(string path)
    {
        using var reader = new NamedTypes(path);
        var pairs = new HashSet<(NamedType, NamedType)>();
        foreach (var handle in reader.metadata.TypeDefinitions)
        {
            var from = reader.Outermost(handle);
            pairs.UnionWith(reader.NamedBy(handle).OfType<NamedType>().Where(to => to != from).Select(to => (from, to)));
        }

        return pairs;
    }

    public void Dispose() => file.Dispose();

    private IEnumerable<NamedType?> NamedBy(TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        return TypesOf(type.BaseType)
            .Concat(type.GetInterfaceImplementations().SelectMany(each => TypesOf(metadata.GetInterfaceImplementation(each).Interface)))
            .Concat(Attributes(type.GetCustomAttributes()))
            .Concat(Constraints(type.GetGenericParameters()))
            .Concat(type.GetFields().SelectMany(each => NamedBy(metadata.GetFieldDefinition(each))))
            .Concat(type.GetProperties().SelectMany(each => NamedBy(metadata.GetPropertyDefinition(each))))
            .Concat(type.GetEvents().SelectMany(each => NamedBy(metadata.GetEventDefinition(each))))
            .Concat(type.GetMethodImplementations().SelectMany(each => TypesOf(metadata.GetMethodImplementation(each).MethodDeclaration)))
            .Concat(type.GetMethods().SelectMany(each => NamedBy(metadata.GetMethodDefinition(each))));
    }

    private IEnumerable<NamedType?> NamedBy(FieldDefinition field) => field.DecodeSignature(types, null).Concat(Attributes(field.GetCustomAttributes()));

    private IEnumerable<NamedType?> NamedBy(PropertyDefinition property) =>
        Signature(property.DecodeSignature(types, null)).Concat(Attributes(property.GetCustomAttributes()));

    private IEnumerable<NamedType?> NamedBy(EventDefinition member) => TypesOf(member.Type).Concat(Attributes(member.GetCustomAttributes()));

    private IEnumerable<NamedType?> NamedBy(MethodDefinition method) =>
        Signature(method.DecodeSignature(types, null))
            .Concat(Attributes(method.GetCustomAttributes()))
            .Concat(method.GetParameters().SelectMany(each => Attributes(metadata.GetParameter(each).GetCustomAttributes())))
            .Concat(Constraints(method.GetGenericParameters()))
            .Concat(method.RelativeVirtualAddress == 0 ? [] : NamedBy(file.GetMethodBody(method.RelativeVirtualAddress)));

    private IEnumerable<NamedType?> NamedBy(MethodBodyBlock body)
    {
        var locals = body.LocalSignature.IsNil ? [] : metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(types, null).SelectMany(each => each);
        return locals
            .Concat(body.ExceptionRegions.SelectMany(region => TypesOf(region.CatchType)))
            .Concat(Tokens(body.GetILBytes()!).SelectMany(TypesOf));
    }

    private IEnumerable<NamedType?> Attributes(CustomAttributeHandleCollection attributes) => attributes.SelectMany(each =>
    {
        var attribute = metadata.GetCustomAttribute(each);
        var value = attribute.DecodeValue(types);
        var arguments = value.FixedArguments.Select(argument => argument.Value).Concat(value.NamedArguments.Select(argument => argument.Value));
        return TypesOf(attribute.Constructor).Concat(arguments.OfType<ImmutableArray<NamedType?>>().SelectMany(argument => argument));
    });

    private IEnumerable<NamedType?> Constraints(GenericParameterHandleCollection parameters) =>
        parameters.SelectMany(each => metadata.GetGenericParameter(each).GetConstraints())
            .SelectMany(each => TypesOf(metadata.GetGenericParameterConstraint(each).Type));

    private static IEnumerable<NamedType?> Signature(MethodSignature<ImmutableArray<NamedType?>> signature) =>
        signature.ParameterTypes.SelectMany(each => each).Concat(signature.ReturnType);

    /// <summary>Returns the types behind a token: the type itself, or the owner of a member and what its signature names.</summary>
    private IEnumerable<NamedType?> TypesOf(EntityHandle handle)
    {
        if (handle.IsNil)
            return [];
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                return [Outermost((TypeDefinitionHandle)handle)];
            case HandleKind.TypeReference:
                return [Outermost((TypeReferenceHandle)handle)];
            case HandleKind.TypeSpecification:
                return metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(types, null);
            case HandleKind.FieldDefinition:
                var field = metadata.GetFieldDefinition((FieldDefinitionHandle)handle);
                return field.DecodeSignature(types, null).Append(Outermost(field.GetDeclaringType()));
            case HandleKind.MethodDefinition:
                var method = metadata.GetMethodDefinition((MethodDefinitionHandle)handle);
                return Signature(method.DecodeSignature(types, null)).Append(Outermost(method.GetDeclaringType()));
            case HandleKind.MemberReference:
                var member = metadata.GetMemberReference((MemberReferenceHandle)handle);
                var signature = member.GetKind() == MemberReferenceKind.Field ? member.DecodeFieldSignature(types, null) : Signature(member.DecodeMethodSignature(types, null));
                return TypesOf(member.Parent).Concat(signature);
            case HandleKind.MethodSpecification:
                var generic = metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                return TypesOf(generic.Method).Concat(generic.DecodeSignature(types, null).SelectMany(each => each));
            default:
                return [];
        }
    }

    private static IEnumerable<EntityHandle> Tokens(byte[] il)
    {
        for (var at = 0; at < il.Length;)
        {
            var code = (ushort)(il[at] == 0xFE ? 0xFE00 | il[at + 1] : il[at]);
            at += code > 0xFF ? 2 : 1;
            var operand = Operands[code];
            if (operand is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
                yield return MetadataTokens.EntityHandle(BitConverter.ToInt32(il, at));
            at += Length(operand, il, at);
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

    private NamedType Outermost(TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        return type.GetDeclaringType() is { IsNil: false } owner
            ? Outermost(owner)
            : new NamedType(assembly, metadata.GetString(type.Namespace), metadata.GetString(type.Name));
    }

    private NamedType Outermost(TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return type.ResolutionScope.Kind switch
        {
            HandleKind.TypeReference => Outermost((TypeReferenceHandle)type.ResolutionScope),
            HandleKind.AssemblyReference => new NamedType(
                metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name),
                metadata.GetString(type.Namespace),
                metadata.GetString(type.Name)),
            _ => new NamedType(assembly, metadata.GetString(type.Namespace), metadata.GetString(type.Name)),
        };
    }

    /// <summary>Turns a signature into the list of the types in it.</summary>
    private sealed class Types(NamedTypes reader)
        : ISignatureTypeProvider<ImmutableArray<NamedType?>, object?>, ICustomAttributeTypeProvider<ImmutableArray<NamedType?>>
    {
        public ImmutableArray<NamedType?> GetPrimitiveType(PrimitiveTypeCode typeCode) => [];

        public ImmutableArray<NamedType?> GetTypeFromDefinition(MetadataReader reader1, TypeDefinitionHandle handle, byte rawTypeKind) => [reader.Outermost(handle)];

        public ImmutableArray<NamedType?> GetTypeFromReference(MetadataReader reader1, TypeReferenceHandle handle, byte rawTypeKind) => [reader.Outermost(handle)];

        public ImmutableArray<NamedType?> GetTypeFromSpecification(MetadataReader reader1, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
            [.. reader.TypesOf(handle)];

        public ImmutableArray<NamedType?> GetSZArrayType(ImmutableArray<NamedType?> elementType) => elementType;

        public ImmutableArray<NamedType?> GetArrayType(ImmutableArray<NamedType?> elementType, ArrayShape shape) => elementType;

        public ImmutableArray<NamedType?> GetByReferenceType(ImmutableArray<NamedType?> elementType) => elementType;

        public ImmutableArray<NamedType?> GetPointerType(ImmutableArray<NamedType?> elementType) => elementType;

        public ImmutableArray<NamedType?> GetPinnedType(ImmutableArray<NamedType?> elementType) => elementType;

        public ImmutableArray<NamedType?> GetModifiedType(ImmutableArray<NamedType?> modifier, ImmutableArray<NamedType?> unmodifiedType, bool isRequired) =>
            [.. modifier, .. unmodifiedType];

        public ImmutableArray<NamedType?> GetGenericInstantiation(ImmutableArray<NamedType?> genericType, ImmutableArray<ImmutableArray<NamedType?>> typeArguments) =>
            [.. genericType, .. typeArguments.SelectMany(each => each)];

        public ImmutableArray<NamedType?> GetFunctionPointerType(MethodSignature<ImmutableArray<NamedType?>> signature) => [.. Signature(signature)];

        public ImmutableArray<NamedType?> GetGenericMethodParameter(object? genericContext, int index) => [];

        public ImmutableArray<NamedType?> GetGenericTypeParameter(object? genericContext, int index) => [];

        public ImmutableArray<NamedType?> GetSystemType() => [];

        public bool IsSystemType(ImmutableArray<NamedType?> type) => type is [{ Namespace: "System", Name: "Type" }];

        /// <summary>An attribute names a type by its text: <c>Namespace.Outer+Nested, Assembly, …</c>.</summary>
        public ImmutableArray<NamedType?> GetTypeFromSerializedName(string? name)
        {
            if (name is null)
                return [];
            var parts = name.Split(',', StringSplitOptions.TrimEntries);
            var outermost = parts[0].Split('+', '[')[0];
            var point = outermost.LastIndexOf('.');
            return [new NamedType(parts.Length > 1 ? parts[1] : reader.assembly, point < 0 ? "" : outermost[..point], outermost[(point + 1)..])];
        }

        /// <summary>An enum's size, which the metadata of this assembly alone does not tell; every enum here is an int.</summary>
        public PrimitiveTypeCode GetUnderlyingEnumType(ImmutableArray<NamedType?> type) => PrimitiveTypeCode.Int32;
    }
}
