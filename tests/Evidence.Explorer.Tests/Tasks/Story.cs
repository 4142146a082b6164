using Evidence.Explorer.Tests.Testing;

namespace Evidence.Explorer.Tests.Tasks;

/// <summary>Who does each task: on a phone and on a desktop, with JavaScript and without.</summary>
internal static class Story
{
    /// <summary>The readers as a theory's rows.</summary>
    public static TheoryData<string> Readers => [.. Device.ReaderNames];
}
