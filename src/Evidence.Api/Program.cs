using Evidence.Api.Changes;
using Evidence.Api.Citation;
using Evidence.Api.Claims;
using Evidence.Api.Corrections;
using Evidence.Api.Effects;
using Evidence.Api.Explorer;
using Evidence.Api.Facets;
using Evidence.Api.Health;
using Evidence.Api.Hosting;
using Evidence.Api.Hosting.Commands;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.OpenApi;
using Evidence.Api.Hosting.Security;
using Evidence.Api.Keys;
using Evidence.Api.Lookup;
using Evidence.Api.MetaAnalysis;
using Evidence.Api.Network;
using Evidence.Api.Onset;
using Evidence.Api.Outcomes;
using Evidence.Api.Releases;
using Evidence.Api.Revisions;
using Evidence.Api.RiskOfBias;
using Evidence.Api.Studies;
using Evidence.Api.TimeCourse;
using Evidence.Api.Vocabularies;

namespace Evidence.Api;

/// <summary>The service: what it is made of, in the order in which a request meets it.</summary>
public static class Program
{
    /// <summary>Runs the command that the words name: the service, where they name none.</summary>
    public static Task<int> Main(string[] args) => Verbs.RunAsync(args, Build);

    /// <summary>Puts the service together without starting it.</summary>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddConsole();
        builder.AddDatabase();
        builder.AddSecurity();
        builder.AddHttpConventions();
        builder.AddCorrections();
        builder.AddOpenApi();
        builder.AddChanges();
        builder.AddExplorer();

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
