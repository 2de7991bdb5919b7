namespace SocialContract.MockServer.Tests.Stubs.Reading;

public class ResponseFaultTests
{
    [Theory]
    [InlineData("""{"status":99}""", "/status: an integer from 100 to 999 is expected; found 99")]
    [InlineData("""{"status":1000}""", "/status: an integer from 100 to 999 is expected; found 1000")]
    [InlineData("""{"status":"200"}""", "/status: an integer from 100 to 999 is expected; found \"200\"")]
    [InlineData("""{"stauts":200}""", "/stauts: no such member; did you mean `status`?")]
    [InlineData("""{"statusMessage":"a\nb"}""", "/statusMessage: a status message has only visible ASCII characters and spaces")]
    [InlineData("""{"headers":{"A B":"x"}}""", "/headers/A B: 'A B' is not the name of a field (RFC 9110, section 5.1)")]
    [InlineData("""{"headers":{"A":5}}""", "/headers/A: a text, or an array of texts, is expected; found 5")]
    [InlineData("""{"headers":{"A":["x",null]}}""", "/headers/A/1: a text, or an array of texts, is expected; found null")]
    [InlineData("""{"headers":{"A":"x\r\nB: y"}}""", "/headers/A: the value of a field cannot have line breaks")]
    [InlineData(
        """{"body":"x","jsonBody":{}}""", "/jsonBody: `body` is given too; a response has one of body, jsonBody, base64Body, bodyFileName")]
    [InlineData("""{"body":{}}""", "/body: a text is expected; found an object")]
    [InlineData("""{"base64Body":"?"}""", "/base64Body: it is not Base64 (RFC 4648)")]
    [InlineData(
        """{"bodyFileName":"../../etc/passwd"}""",
        "/bodyFileName: '../../etc/passwd' is not the name of a file in the folder of files; absolute paths and .. are refused")]
    [InlineData(
        """{"bodyFileName":"/etc/passwd"}""",
        "/bodyFileName: '/etc/passwd' is not the name of a file in the folder of files; absolute paths and .. are refused")]
    [InlineData(
        """{"bodyFileName":"a\\..\\..\\b"}""",
        "/bodyFileName: 'a\\..\\..\\b' is not the name of a file in the folder of files; absolute paths and .. are refused")]
    [InlineData("""{"fixedDelayMilliseconds":-1}""", "/fixedDelayMilliseconds: an integer from 0 to 600000 is expected; found -1")]
    [InlineData("""{"delayDistribution":{"median":1}}""", "/delayDistribution: `type` is expected: lognormal, uniform, fixed")]
    [InlineData(
        """{"delayDistribution":{"type":"lognormall"}}""",
        "/delayDistribution/type: 'lognormall' is not one of lognormal, uniform, fixed; did you mean `lognormal`?")]
    [InlineData(
        """{"delayDistribution":{"type":"uniform","lower":2,"upper":1}}""",
        "/delayDistribution: `upper` is at least `lower`; found 1 and 2")]
    [InlineData("""{"delayDistribution":{"type":"uniform","lower":2}}""", "/delayDistribution: `upper` is expected for the type uniform")]
    [InlineData(
        """{"delayDistribution":{"type":"lognormal","median":80,"sigma":0.4,"maxValue":50}}""",
        "/delayDistribution: `maxValue` is at least `median`")]
    [InlineData(
        """{"chunkedDribbleDelay":{"numberOfChunks":5}}""",
        "/chunkedDribbleDelay: `numberOfChunks` and `totalDuration` are expected")]
    [InlineData(
        """{"fault":"EMPTY_RESPONS"}""",
        "/fault: 'EMPTY_RESPONS' is not one of EMPTY_RESPONSE, MALFORMED_RESPONSE_CHUNK, RANDOM_DATA_THEN_CLOSE, CONNECTION_RESET_BY_PEER; "
        + "did you mean `EMPTY_RESPONSE`?")]
    [InlineData("""{"proxyBaseUrl":"example.com"}""", "/proxyBaseUrl: 'example.com' is not an absolute URL of http or https")]
    [InlineData("""{"proxyBaseUrl":"file:///etc"}""", "/proxyBaseUrl: 'file:///etc' is not an absolute URL of http or https")]
    [InlineData("""{"proxyUrlPrefixToRemove":"/a"}""", "/proxyUrlPrefixToRemove: it has no effect without `proxyBaseUrl`")]
    [InlineData(
        """{"transformers":["response-template","x"]}""",
        "/transformers/1: the transformer 'x' is code in Java and is not supported; only response-template is")]
    [InlineData("""{"transformerParameters":[]}""", "/transformerParameters: an object is expected; found an array")]
    public void A_fault_of_a_response_is_reported_at_its_place(string response, string expected)
    {
        var faults = Posted.Faults($$$"""{"response":{{{response}}}}""");

        faults.ShouldNotBeEmpty();
        faults[0].ShouldBeLike($"/response{expected}");
    }
}
