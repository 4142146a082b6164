using System.Net;
using System.Text.Json;
using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.Claims;

[Trait("Lane", "fast")]
public sealed class LiveAnswerTests(SharedService<EvidenceService> service) : IClassFixture<SharedService<EvidenceService>>
{
    private static readonly JsonElement Questions =
        JsonElement.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "catalogue", "questions.json")));

    [Fact]
    public async Task Every_question_of_a_claim_is_answered_in_the_order_of_their_names()
    {
        foreach (var claim in Questions.EnumerateArray().GroupBy(question => question.GetProperty("claim").GetString()))
        {
            var answers = (await service.Client.JsonAsync($"/v1/claims/{claim.Key}")).GetProperty("answers").EnumerateArray();

            Assert.Equal(
                claim.Select(question => question.GetProperty("id").GetString()).Order(StringComparer.Ordinal),
                answers.Select(answer => answer.GetProperty("question").GetString()));
        }
    }

    [Fact]
    public async Task An_answer_is_what_its_address_answers()
    {
        var checkedEstimates = 0;
        foreach (var answer in await AnswersAsync())
        {
            var address = answer.GetProperty("address").GetString()!;
            using var response = await service.Client.AskAsync(address);
            var whole = await response.JsonAsync();
            if (answer.GetProperty("operation").GetString() == "time-course")
            {
                var windows = whole.GetProperty("windows").EnumerateArray().Where(window => window.GetProperty("studies").GetInt32() > 0);
                Assert.Equal(
                    windows.Select(window => window.GetProperty("estimate").GetRawText()),
                    answer.GetProperty("windows").EnumerateArray().Select(window => window.GetProperty("estimate").GetRawText()));
            }
            else if (answer.TryGetProperty("estimate", out var estimate))
            {
                Assert.Equal(whole.GetProperty("estimate").GetRawText(), estimate.GetRawText());
                Assert.Equal(whole.GetProperty("studies").GetInt32(), answer.GetProperty("studies").GetInt32());
                checkedEstimates++;
            }
            else
            {
                Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
                Assert.Equal("too-little", answer.GetProperty("conclusion").GetString());
                Assert.StartsWith(answer.GetProperty("sentence").GetString(), whole.GetProperty("detail").GetString(), StringComparison.Ordinal);
            }
        }

        Assert.NotEqual(0, checkedEstimates);
    }

    [Fact]
    public async Task A_finding_follows_from_the_interval_and_the_direction_of_the_outcome()
    {
        var told = new HashSet<string>();
        foreach (var answer in (await AnswersAsync()).Where(answer => answer.TryGetProperty("estimate", out _)))
        {
            var (low, high) = (answer.GetProperty("estimate").GetProperty("ciLow").GetDouble(), answer.GetProperty("estimate").GetProperty("ciHigh").GetDouble());
            var isLowBetter = answer.GetProperty("benefit").GetString() == "negative";
            var expected = (low > 0, high < 0) switch
            {
                (true, _) => isLowBetter ? "favours-second-arm" : "favours-first-arm",
                (_, true) => isLowBetter ? "favours-first-arm" : "favours-second-arm",
                _ => "no-clear-difference",
            };
            Assert.Equal(expected, answer.GetProperty("conclusion").GetString());
            told.Add(expected);
        }

        Assert.True(told.Count > 1, "All answers have one finding, so that the test tells nothing.");
    }

    [Fact]
    public async Task A_claim_that_no_figures_bear_on_has_its_evidence_and_no_answer()
    {
        var claim = await service.Client.JsonAsync("/v1/claims/nmda-receptor-block");

        Assert.NotEqual(0, claim.GetProperty("evidence").GetArrayLength());
        Assert.Equal(0, claim.GetProperty("answers").GetArrayLength());
    }

    [Fact]
    public async Task An_unknown_claim_is_not_found_and_the_nearest_is_named()
    {
        using var response = await service.Client.AskAsync("/v1/claims/onset-within-hour");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("'onset-within-hours'", (await response.JsonAsync()).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private async Task<List<JsonElement>> AnswersAsync()
    {
        var answers = new List<JsonElement>();
        foreach (var claim in Questions.EnumerateArray().Select(question => question.GetProperty("claim").GetString()).Distinct())
            answers.AddRange((await service.Client.JsonAsync($"/v1/claims/{claim}")).GetProperty("answers").EnumerateArray());
        Assert.NotEmpty(answers);
        return answers;
    }
}
