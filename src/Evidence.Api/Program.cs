using Evidence.Api.Changes;
using Evidence.Api.Citation;
using Evidence.Api.Claims;
using Evidence.Api.Commands;
using Evidence.Api.Corrections;
using Evidence.Api.Effects;
using Evidence.Api.Facets;
using Evidence.Api.Health;
using Evidence.Api.Http;
using Evidence.Api.Keys;
using Evidence.Api.Lookup;
using Evidence.Api.MetaAnalysis;
using Evidence.Api.Network;
using Evidence.Api.Onset;
using Evidence.Api.OpenApi;
using Evidence.Api.Outcomes;
using Evidence.Api.Releases;
using Evidence.Api.Revisions;
using Evidence.Api.RiskOfBias;
using Evidence.Api.Security;
using Evidence.Api.Studies;
using Evidence.Api.TimeCourse;
using Evidence.Api.Vocabularies;
using Evidence.Explorer;

namespace Evidence.Api;

/// <summary>Builds the service from its parts, in the order in which a request meets them.</summary>
public static class Program
{
    /// <summary>Runs the command that the arguments name, or the service if they name none.</summary>
    public static Task<int> Main(string[] args) => CommandLine.RunAsync(args, Build);

    /// <summary>Puts the service together without starting it.</summary>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddConsole();
        builder.AddEvidenceOptions();
        builder.AddDatabase();
        builder.AddSecurity();
        builder.AddHttpConventions();
        builder.AddOpenApi();
        builder.AddChanges();
        builder.Services.AddExplorer();

        var app = builder.Build();
        app.UseHttpConventions();
        app.UseOpenApi();

        app.MapStudies();
        app.MapOutcomes();
        app.MapEffects();
        app.MapMetaAnalysis();
        app.MapTimeCourse();
        app.MapNetwork();
        app.MapOnset();
        app.MapRiskOfBias();
        app.MapFacets();
        app.MapClaims();
        app.MapLookup();
        app.MapVocabularies();
        app.MapRevisions();
        app.MapChanges();
        app.MapReleases();
        app.MapCitation();
        app.MapCorrections();
        app.MapKeys();
        app.MapHealth();
        app.MapExplorer();
        return app;
    }
}
