using Evidence.Api.Tests.Testing;
using Evidence.Store.Database;
using Evidence.Store.Files;

namespace Evidence.Api.Tests.Store;

/// <summary>A faulty record stops the start; what is said names the file and the place in it.</summary>
public sealed class CatalogueFolderTests : IDisposable
{
    private const string Study = "studies/ionescu-2021.json";

    private readonly TemporaryFolder folder = new();

    public CatalogueFolderTests()
    {
        var catalogue = Path.Combine(AppContext.BaseDirectory, "catalogue");
        Directory.CreateDirectory(Path.Combine(folder.Path, "studies"));
        foreach (var file in Directory.EnumerateFiles(catalogue, "*.json", SearchOption.AllDirectories))
            File.Copy(file, Path.Combine(folder.Path, Path.GetRelativePath(catalogue, file)));
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(Study, "\"design\": \"randomized-parallel\"", "\"design\": \"parallel\"", "ionescu-2021.json /design")]
    [InlineData(Study, "\"label\": \"", "\"lable\": \"", "ionescu-2021.json /lable")]
    [InlineData(Study, "\"enrolled\": ", "\"enrolled\": -", "ionescu-2021.json /enrolled")]
    [InlineData("claims.json", "\"topic\": \"", "\"topic\": \"un", "claims.json /0/topic")]
    public async Task A_fault_is_told_with_file_and_pointer(string file, string correct, string faulty, string place)
    {
        var path = Path.Combine(folder.Path, file);
        var text = await File.ReadAllTextAsync(path);
        var at = text.IndexOf(correct, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} has no {correct}");
        await File.WriteAllTextAsync(path, text[..at] + faulty + text[(at + correct.Length)..]);

        var problem = await Assert.ThrowsAsync<StartupException>(() => CatalogueFolder.ReadAsync(folder.Path, _ => { }, CancellationToken.None));

        Assert.Contains(folder.Path, problem.Message, StringComparison.Ordinal);
        Assert.Contains($"  {place}", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_files_of_the_same_study_are_refused()
    {
        File.Copy(Path.Combine(folder.Path, Study), Path.Combine(folder.Path, "studies", "twice.json"));

        var problem = await Assert.ThrowsAsync<StartupException>(() => CatalogueFolder.ReadAsync(folder.Path, _ => { }, CancellationToken.None));

        Assert.Contains("ionescu-2021", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_fault_is_counted_though_only_the_first_are_shown()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder.Path, "studies")).Take(30))
            await File.WriteAllTextAsync(file, "{}");

        var problem = await Assert.ThrowsAsync<StartupException>(() => CatalogueFolder.ReadAsync(folder.Path, _ => { }, CancellationToken.None));

        Assert.Contains("has 30 errors", problem.Message, StringComparison.Ordinal);
        Assert.Equal(1 + 20, problem.Message.Split('\n').Length);
    }
}
