using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Lists;
using Evidence.Catalogue;

namespace Evidence.Api.Vocabularies;

/// <summary>GET /v1/vocabularies: every closed list of terms, with the terms' meanings.</summary>
public static class ListVocabularies
{
    /// <summary>The list.</summary>
    public static ListDefinition List { get; } = ListDefinition.OfRecords("/v1/vocabularies", typeof(Vocabulary), "vocabulary");

    /// <summary>Answers a page.</summary>
    public static Task Handle(HttpContext http, EvidenceDatabase database) => ListAnswer.SendAsync(http, database, List, Format.Json);
}
