using System.Text.Json;
using Evidence.Api.Tests.Testing;
using Evidence.Store.Effects;
using Evidence.Store.Lists;
using Evidence.Store.Onset;
using Evidence.Store.Outcomes;
using Evidence.Store.RiskOfBias;
using Evidence.Store.Studies;
using Xunit.Abstractions;

namespace Evidence.Api.Tests.Specification;

/// <summary>What SQL answers and what the specification answers, for hundreds of random combinations of filters and orders.</summary>
public sealed class ListAnswersTests(SharedService<RevisedCatalogue> service, ITestOutputHelper output) : IClassFixture<SharedService<RevisedCatalogue>>
{
    private const int Asks = 200;
    private const int MostRows = 1000;

    private static readonly ListDefinition[] Lists = [StudyList.Definition, OutcomeList.Definition, EffectList.Definition, OnsetList.Definition, RiskOfBiasList.Definition];

    private static readonly Dictionary<string, string> Seeds = new()
    {
        ["/v1/studies"] = "4N4yKmz8Wgb3",
        ["/v1/outcomes"] = "7N4yKmz8Wgb3",
        ["/v1/effects"] = "6N4yKmz8Wgb3",
        ["/v1/onset"] = "8N4yKmz8Wgb3",
        ["/v1/risk-of-bias"] = "9N4yKmz8Wgb3",
    };

    [Theory]
    [InlineData("/v1/studies")]
    [InlineData("/v1/outcomes")]
    [InlineData("/v1/effects")]
    [InlineData("/v1/onset")]
    [InlineData("/v1/risk-of-bias")]
    public async Task Every_combination_of_filters_and_orders_gives_the_rows_that_the_records_say(string path)
    {
        var list = ListSpecification.All.Single(list => list.Path == path);
        var everything = list.Answer(service.Service.At(RevisedCatalogue.Newest), Ask.Nothing).Count;
        var telling = 0;
        foreach (var (i, ask) in service.Service.Generator.ForList(list, Asks, Seeds[path]).Index())
        {
            var atNewest = await DifferenceAsync(list, ask, revision: null);
            var atOlder = await DifferenceAsync(list, ask, revision: 1 + (i * 7 % (RevisedCatalogue.Newest - 1)));
            if ((atNewest ?? atOlder) is { } difference)
                Assert.Fail($"{difference}\nSimplest question that differs: {path}?{await SimplestAsync(list, ask)}");
            var rows = list.Answer(service.Service.At(RevisedCatalogue.Newest), ask).Count;
            telling += rows > 0 && rows < everything ? 1 : 0;
        }

        output.WriteLine($"{path}: {Asks} combinations at two revisions, {telling} answers neither empty nor everything.");
        Assert.True(telling > Asks / 2, $"Only {telling} of {Asks} combinations tell anything.");
    }

    [Theory]
    [InlineData("/v1/studies")]
    [InlineData("/v1/outcomes")]
    [InlineData("/v1/effects")]
    [InlineData("/v1/onset")]
    [InlineData("/v1/risk-of-bias")]
    public void Every_filter_that_the_service_has_is_asked_for(string path)
    {
        var list = ListSpecification.All.Single(list => list.Path == path);
        var asked = service.Service.Generator.ForList(list, Asks, Seeds[path]).SelectMany(ask => ask.Values.Keys).ToHashSet();

        Assert.Superset(Lists.Single(one => one.Path == path).Grain.Parameters.Select(parameter => parameter.Name).ToHashSet(), asked);
    }

    /// <summary>What is different, or nothing. No revision: the newest one, unasked.</summary>
    private async Task<string?> DifferenceAsync(ListSpecification list, Ask ask, long? revision)
    {
        var expected = list.Answer(service.Service.At(revision ?? RevisedCatalogue.Newest), ask);
        var address = $"{list.Path}?{ask}&limit={MostRows}" + (revision is null ? "" : $"&revision={revision}");
        using var response = await service.Client.GetAsync(new Uri(address, UriKind.Relative));
        var body = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode)
            return $"{address}\n{body}";
        using var page = JsonDocument.Parse(body);
        var answered = page.RootElement.GetProperty("data").EnumerateArray().Select(list.NameIn).ToList();
        var total = page.RootElement.GetProperty("page").GetProperty("total").GetInt32();
        return answered.SequenceEqual(expected.Take(MostRows)) && total == expected.Count
            ? null
            : $"""
               {address}
               expected {expected.Count} rows, answered {answered.Count} of {total}
               missing: {string.Join("  ", expected.Except(answered).Take(5))}
               too many: {string.Join("  ", answered.Except(expected).Take(5))}
               first out of place: {expected.Zip(answered).FirstOrDefault(pair => pair.First != pair.Second)}
               """;
    }

    /// <summary>The question without every parameter that is not needed to see a difference; doses are no question without their unit.</summary>
    private async Task<Ask> SimplestAsync(ListSpecification list, Ask ask)
    {
        foreach (var name in ask.Values.Keys.Where(name => name != "doseUnit"))
        {
            var simpler = ask.Without(name);
            foreach (var revision in Enumerable.Range(1, RevisedCatalogue.Newest))
            {
                if (await DifferenceAsync(list, simpler, revision) is not null)
                    ask = simpler;
            }
        }

        return ask;
    }
}
