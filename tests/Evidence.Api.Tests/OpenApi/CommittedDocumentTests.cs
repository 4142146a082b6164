using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.OpenApi;

public sealed class CommittedDocumentTests(SharedService<EvidenceService> service) : IClassFixture<SharedService<EvidenceService>>
{
    private const string UpdateSetting = "EVIDENCE_UPDATE_OPENAPI";

    private const string HowToUpdate =
        $"{UpdateSetting}=1 dotnet test tests/Evidence.Api.Tests --filter FullyQualifiedName~{nameof(CommittedDocumentTests)}";

    [Theory]
    [InlineData("/openapi/v1.json", "openapi/evidence.v1.json")]
    [InlineData("/openapi/v1.oas30.json", "openapi/evidence.v1.oas30.json")]
    public async Task The_served_document_is_the_committed_one_byte_for_byte(string served, string committed)
    {
        var bytes = await service.Client.GetByteArrayAsync(new Uri(served, UriKind.Relative));
        if (Environment.GetEnvironmentVariable(UpdateSetting) == "1")
            await File.WriteAllBytesAsync(Repository.At(committed), bytes);

        var expected = await File.ReadAllBytesAsync(Repository.At(committed));
        var same = bytes.AsSpan().SequenceEqual(expected);
        Assert.True(same, $"{served} differs from {committed}. If the change is meant, write the file anew, and commit it with the change:\n{HowToUpdate}");
    }
}
