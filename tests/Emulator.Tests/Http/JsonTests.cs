using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using MicroCred.Emulator.Tests.World;
using MicroCred.Emulator.Worker;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.Emulator.Tests.Http;

/// <summary>An app's JSON options for HTTP hold for what its functions read and write.</summary>
public sealed class JsonTests(JsonTests.App app) : IClassFixture<JsonTests.App>
{
    [Fact]
    public async Task A_body_is_read_and_answered_by_the_app_s_options() =>
        Assert.Equal("""{"name":"a","colour":"red"}""", await PostAsync("""{"name":"a","colour":"red"}"""));

    [Theory]
    [InlineData("""{"name":"a","colour":"red","more":1}""", "$.more")]
    [InlineData("""{"name":"a","colour":1}""", "$.colour")]
    [InlineData("""{"name":null,"colour":"red"}""", "$.name")]
    [InlineData("""{"colour":"red"}""", "$")]
    [InlineData("""{"name":"a","name":"b","colour":"red"}""", "$.name")]
    [InlineData("""{"name":"a",""", "$")]
    public async Task A_body_against_them_is_an_exception_that_names_the_place(string body, string path) => Assert.Equal($"JsonException {path}", await PostAsync(body));

    [Fact]
    public async Task A_body_of_null_is_null() => Assert.Equal("null", await PostAsync("null"));

    [Theory]
    [InlineData("text/plain", "InvalidOperationException")]
    [InlineData("application/merge-patch+json", """{"name":"a","colour":"red"}""")]
    public async Task A_body_has_to_be_of_a_JSON_type(string type, string answer) => Assert.Equal(answer, await PostAsync("""{"name":"a","colour":"red"}""", type));

    private async Task<string> PostAsync(string body, string type = "application/json")
    {
        var content = new StringContent(body, Encoding.UTF8) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        var response = await app.Http.PostAsync("/api/echo", content);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    public sealed class App() : AppFixture(typeof(Functions))
    {
        protected override void Configure(FunctionsApplicationBuilder builder)
        {
            base.Configure(builder);
            builder.Services.ConfigureHttpJsonOptions(json =>
            {
                json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
                json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
                json.SerializerOptions.RespectNullableAnnotations = true;
                json.SerializerOptions.RespectRequiredConstructorParameters = true;
                json.SerializerOptions.AllowDuplicateProperties = false;
            });
        }
    }

    internal enum Colour
    {
        Red,
    }

    internal sealed record Thing(string Name, Colour Colour);

    internal static class Functions
    {
        [Function("Echo")]
        public static async Task<IResult> EchoAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request)
        {
            try
            {
                return await request.ReadFromJsonAsync<Thing>() is { } thing ? Results.Ok(thing) : Results.Text("null");
            }
            catch (JsonException wrong)
            {
                return Results.Text($"JsonException {wrong.Path}");
            }
            catch (InvalidOperationException)
            {
                return Results.Text("InvalidOperationException");
            }
        }
    }
}
